/** What `--help` says. The command line is for administrators and scripts, so it speaks English throughout. */
export const generalHelp = `maji COMMAND

  serve    serves Maji to browsers, without a window
  lookup   a household as JSON in, verdicts on welfare services out
  guide    a household as JSON in, the family's guide as PDF out

  maji COMMAND --help explains each. Exit code 0, or 2 with one sentence on
  standard error.`

export const serveHelp = `maji serve [--port N] [--host ADDRESS] [--data DIR] [--sample]
           [--tls-cert FILE --tls-key FILE] [--key-file FILE]

  Serves Maji to browsers, without a window.
  --port N         port, 8123 unless told otherwise; 0 for any that is free
  --host ADDRESS   address to bind to, 127.0.0.1 unless told otherwise;
                   any other than this machine's own needs TLS
  --data DIR       data folder
  --sample         the made-up sample center, kept apart from real data
  --tls-cert FILE  certificate (PEM)
  --tls-key FILE   its key (PEM)
  --key-file FILE  where the office server keeps the key of its store,
                   readable by its user alone; DIR/office.key unless told otherwise`

export const lookupHelp = `maji lookup FILE [--on DATE] [--policy DIR] [--timeline] [--json]

  Looks up which welfare services a household may have, and why.
  FILE             the household as JSON, described in resources/policy/README.md
  --on DATE        the day to judge by (2026-01-31), today unless told otherwise
  --policy DIR     a folder of policy data instead of the one that ships
  --timeline       looks ten years ahead instead: what begins and ends, and why
  --json           the whole answer as JSON instead of a list to read`

export const guideHelp = `maji guide FILE --out GUIDE.pdf [--on DATE] [--policy DIR]
           [--language ko|en] [--edition standard|large]

  Draws the family's guide for a household without names.
  FILE             the household as JSON, described in resources/policy/README.md
  --out FILE       where the PDF goes
  --on DATE        the day to judge by (2026-01-31), today unless told otherwise
  --policy DIR     a folder of policy data instead of the one that ships
  --language       ko (usual) or en
  --edition        standard (usual) or large print`
