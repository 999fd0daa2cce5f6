export { eachToken, tokenize, type Token, type TokenKind } from './tokens'
export { sentences, sentencesIn } from './sentences'
export { agencies, agenciesIn, agencyCode, type Agency, type AgencyMention } from './agencies'
