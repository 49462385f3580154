/** Genogram and ecomap as pictures. */
export const familyMap = {}
