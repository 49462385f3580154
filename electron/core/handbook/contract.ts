/** The crisis handbook (위기사례 대응 안내): steps, questions, what an answer may mean. */
export const handbook = {}
