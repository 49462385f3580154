/** What the program says to the operator in a terminal: Korean where the machine is, else English. One table, both complete. */
import process from 'node:process'

const words = {
  'serving': { ko: '맞이가 열렸습니다: {url}', en: 'Maji is open: {url}' },
  'serving-sample': { ko: '표본 센터입니다. 사람과 자료는 모두 지어낸 것입니다.', en: 'This is the sample center: people and data are all made up.' },
  'data-folder': { ko: '자료 폴더: {folder}', en: 'Data folder: {folder}' },
  'stop-with': { ko: '끝내려면 Ctrl+C를 누르세요.', en: 'Press Ctrl+C to stop.' },
  'stopped': { ko: '맞이를 끝냈습니다.', en: 'Maji has stopped.' },
  'setup-code': { ko: '다른 컴퓨터에서 처음 설정할 때 쓰는 1회용 번호: {code}', en: 'One-time code for a first set-up from another machine: {code}' },
  'unlocked': { ko: '열쇠 파일로 자료를 열었습니다.', en: 'The store was opened with the key file.' },
  'locked': { ko: '자료는 아직 잠겨 있습니다. 누군가 로그인하면 열립니다.', en: 'The store is still locked; the first sign-in opens it.' },
  'building': { ko: '화면을 만드는 중입니다 …', en: 'Building the page …' },
  'building-failed': { ko: '화면을 만들지 못했습니다. npm run build의 내용을 확인하세요.', en: 'The page could not be built; see what npm run build says.' },
  'sample-making': { ko: '표본 센터를 만드는 중입니다 …', en: 'Making the sample center …' },
  'electron-fetching': { ko: 'Electron을 한 번만 내려받는 중입니다 (최대 3분) …', en: 'Fetching Electron, once (at most 3 minutes) …' },
  'electron-waiting': { ko: '  {seconds}초째 받는 중', en: '  {seconds} s so far' },
  'electron-missing': { ko: 'Electron을 구할 수 없어 브라우저로 엽니다.', en: 'Electron could not be had, so Maji opens in the browser.' },
  'electron-failed': { ko: 'Electron 창이 열리지 않아 브라우저로 엽니다.', en: 'The Electron window did not open, so Maji opens in the browser.' },
  'electron-root': { ko: '관리자(root) 계정에서는 창을 열지 않고 브라우저 주소로 엽니다.', en: 'Maji opens no window for the root user, but at an address for the browser.' },
  'no-display': { ko: '화면이 없는 컴퓨터라 창 대신 브라우저 주소로 엽니다.', en: 'There is no display here, so Maji opens at an address for the browser instead of a window.' },
  'node-too-old': { ko: 'Node {needed} 이상이 필요합니다 (지금 {found}). npm ci 뒤에 npm start로 실행하세요.', en: 'Node {needed} or newer is needed (this is {found}): run npm ci, then npm start.' },
  'folder-in-use': { ko: '다른 맞이가 이 폴더를 쓰고 있습니다: {folder}', en: 'Another Maji is using this folder: {folder}' },
  'folder-not-writable': { ko: '이 폴더에 쓸 수 없습니다: {folder}', en: 'This folder cannot be written: {folder}' },
  'disk-full': { ko: '디스크에 빈 자리가 없습니다: {folder}', en: 'The disk is full: {folder}' },
  'keyring-damaged': { ko: '열쇠고리 파일을 읽을 수 없습니다. 사본에서 되돌려 놓으세요: {folder}', en: 'The keyring cannot be read; put it back from a copy: {folder}' },
  'keyring-missing': { ko: '자료는 있으나 열쇠고리(keyring.json)가 없습니다. 사본에서 되돌려 놓으세요: {folder}', en: 'There is a store but no keyring.json; put it back from a copy: {folder}' },
  'store-damaged': { ko: '자료 파일이 손상되었습니다. 백업에서 되돌려 놓으세요: {folder}', en: 'The store is damaged; restore it from a backup: {folder}' },
  'store-newer': { ko: '더 새로운 맞이의 자료입니다. 맞이를 새 판으로 올리세요: {folder}', en: 'The store is from a newer Maji; upgrade Maji first: {folder}' },
  'key-file-open': { ko: '열쇠 파일을 다른 사용자도 읽을 수 있습니다. chmod 600으로 고치세요: {file}', en: 'The key file may be read by others; set it to mode 600: {file}' },
  'tls-needed': { ko: '이 컴퓨터 밖의 주소({address})로 열려면 --tls-cert와 --tls-key가 필요합니다.', en: 'Serving another address than this machine’s own ({address}) needs --tls-cert and --tls-key.' },
  'tls-unreadable': { ko: '인증서나 그 열쇠를 읽을 수 없습니다.', en: 'The certificate or its key cannot be read.' },
  'port-taken': { ko: '{port}번 포트를 이미 다른 프로그램이 쓰고 있습니다.', en: 'Port {port} is taken by another program.' },
  'address-not-ours': { ko: '이 컴퓨터에 없는 주소입니다: {address}', en: 'This machine has no such address: {address}' },
  'port-wrong': { ko: '포트는 0에서 65535 사이의 수입니다.', en: 'A port is a number from 0 to 65535.' },
  'unknown-command': { ko: '없는 명령입니다: {command}. --help를 보세요.', en: 'There is no such command: {command}. See --help.' },
  'unknown-option': { ko: '없는 선택지입니다: {option}. --help를 보세요.', en: 'There is no such option: {option}. See --help.' },
  'unexpected': { ko: '예상하지 못한 문제가 생겼습니다 ({detail}).', en: 'Something unexpected went wrong ({detail}).' },
} as const satisfies Record<string, { readonly ko: string, readonly en: string }>

export type WordsKey = keyof typeof words

export function operatorLanguage(environment: NodeJS.ProcessEnv = process.env): 'ko' | 'en' {
  return (environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || new Intl.DateTimeFormat().resolvedOptions().locale).toLowerCase().startsWith('ko')
    ? 'ko'
    : 'en'
}

/** The sentence for the operator, its `{gaps}` filled. */
export function say(key: WordsKey, gaps: Readonly<Record<string, string | number>> = {}, language: 'ko' | 'en' = operatorLanguage()): string {
  return words[key][language].replace(/\{(\w+)\}/g, (_, gap: string) => String(gaps[gap] ?? ''))
}

/** A foreseeable end: its sentence goes to standard error, the exit code is 2. */
export class ClearStop extends Error {
  override readonly name = 'ClearStop'
}

export const stopWith = (key: WordsKey, gaps: Readonly<Record<string, string | number>> = {}): ClearStop => new ClearStop(say(key, gaps))
