/**
 * 정부24 records that are the same service as a rule of ours though their names differ: by rule, the records' ids.
 *
 * Read side by side on 2026-11-25 (agency, whom it is for, what it gives). What has the same name needs no line here.
 */
export const knownPairs: Readonly<Record<string, readonly string[]>> = {
  'dongjak-newborn-insurance': ['GOV319000000142'],
  'forest-voucher': ['GOV140000000176'],
  'guro-multichild-birth': ['GOV316000000131'],
  'pregnancy-medical-voucher': ['GOVSD0000007672'],
  'senior-eye-surgery': ['GOV135200005034'],
  'seocho-moving-cost': ['GOV321000000110'],
  'seoul-basic-security': ['GOV611000000128'],
}
