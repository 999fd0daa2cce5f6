/**
 * Names and labels by which wire copy marks its own parts. Written from agency style guides and the habits of newsrooms;
 * each list says what a match is worth. Everything here is used as the source of a regular expression.
 */

/** Agencies as they sign: a code or the name in full. */
export const agencies = [
  'The Associated Press',
  'Associated Press',
  'Agence France-Presse',
  'Agence France Presse',
  'Press Trust of India',
  'Asian News International',
  'Indo-Asian News Service',
  'United News of India',
  'United Press International',
  'The Canadian Press',
  'Canadian Press',
  'Australian Associated Press',
  'Press Association',
  'PA Media',
  'Bloomberg News',
  'Bloomberg',
  'Deutsche Presse-Agentur',
  'Thomson Reuters Foundation',
  'Thomson Reuters',
  'Reuters',
  'REUTERS',
  'Xinhua News Agency',
  'Xinhua',
  'Kyodo News',
  'Kyodo',
  'Jiji Press',
  'Yonhap News Agency',
  'Yonhap',
  'Interfax',
  'TASS',
  'Tass',
  'Anadolu Agency',
  'Anadolu',
  'Getty Images',
  'European Pressphoto Agency',
  'Swissinfo',
  'Al Jazeera',
  'Efe',
  'EFE',
  'KCNA',
  'IANS',
  'PTI',
  'ANI',
  'UNI',
  'UPI',
  'AFP',
  'AAP',
  'ANSA',
  'APA',
  'ATS',
  'BNS',
  'CNA',
  'CP',
  'DPA',
  'dpa',
  'EPA',
  'MENA',
  'MTI',
  'NTB',
  'PAP',
  'RIA',
  'STA',
  'TT',
  'WAM',
  'AP',
  'PA',
]

/** Words that stand for agencies without naming one. */
export const genericAgencies = [
  '(?:news |wire )?agenc(?:y|ies)',
  '(?:news )?wires',
  '(?:news |wire )services?',
  '(?:our |local |foreign )?bureaus?',
]

/** First words of a line in capitals before a dash or colon that are labels, never the name of a place. */
export const labels = [
  'ADVISORY',
  'ALERT',
  'ANALYSIS',
  'ATTENTION',
  'AUDIO',
  'BREAKING',
  'BRIEF',
  'BREAKINGVIEWS',
  'CLARIFICATION',
  'COLUMN',
  'COMMENTARY',
  'CORRECTED',
  'CORRECTION',
  'EDITORIAL',
  'EDS',
  'EMBARGOED',
  'EXCLUSIVE',
  'EXPLAINED',
  'EXPLAINER',
  'FACTBOX',
  'FACT CHECK',
  'FEATURE',
  'FILE',
  'FILE PHOTO',
  'FLASH',
  'FYI',
  'GRAPHIC',
  'HANDOUT',
  'HIGHLIGHTS',
  'INSIGHT',
  'INTERVIEW',
  'IN PICS',
  'IN PICTURES',
  'JUST IN',
  'KEY POINTS',
  'LEAD',
  'LIVE',
  'LIVE UPDATES',
  'MORE',
  'NEWS ANALYSIS',
  'NOTE',
  'OBITUARY',
  'OPINION',
  'PHOTO',
  'PHOTOS',
  'PICTURES',
  'POLL',
  'PREVIEW',
  'PROFILE',
  'REFILE',
  'REPEAT',
  'REVIEW',
  'SPECIAL REPORT',
  'SPOTLIGHT',
  'TIMELINE',
  'UPDATE',
  'UPDATED',
  'URGENT',
  'VIDEO',
  'VIEW',
  'WATCH',
  'WHO',
  'WHY',
  'WHAT',
  'WHEN',
  'WHERE',
  'HOW',
  'WITNESS',
  'WRAPUP',
  'ALSO',
  'READ',
  'RELATED',
  'SEE',
]

/**
 * Cities that copy is sent from, for datelines that neither capitals nor an agency mark ("Mumbai: …") and for those that
 * a house sets off by a colon. The dateline cities that stand alone in agency style, the capitals, and the Indian cities.
 */
export const cities =
  `Abu Dhabi|Abuja|Accra|Addis Ababa|Agra|Ahmedabad|Algiers|Allahabad|Amman|Amritsar|Amsterdam|Ankara|Athens|Atlanta|
Auckland|Aurangabad|Baghdad|Baku|Baltimore|Bamako|Bangalore|Bangkok|Barcelona|Beijing|Beirut|Belfast|Belgrade|Bengaluru|
Berlin|Berne|Bern|Bhopal|Bhubaneswar|Birmingham|Bogota|Boston|Brasilia|Bratislava|Brisbane|Brussels|Bucharest|Budapest|Buenos Aires|
Cairo|Canberra|Cape Town|Caracas|Cardiff|Chandigarh|Chennai|Chicago|Cincinnati|Cleveland|Coimbatore|Colombo|Copenhagen|
Dakar|Dallas|Damascus|Dar es Salaam|Dehradun|Delhi|Denver|Detroit|Dhaka|Djibouti|Doha|Dubai|Dublin|Durban|Edinburgh|Frankfurt|
Freetown|Gandhinagar|Gaza|Gaza City|Geneva|Glasgow|Goa|Guatemala City|Gurgaon|Gurugram|Guwahati|Hamburg|Hanoi|Harare|Havana|
Helsinki|Ho Chi Minh City|Hong Kong|Honolulu|Houston|Hyderabad|Imphal|Indianapolis|Indore|Islamabad|Istanbul|Jaipur|Jakarta|
Jammu|Jerusalem|Johannesburg|Kabul|Kampala|Kanpur|Karachi|Kathmandu|Kharkiv|Khartoum|Kigali|Kingston|Kinshasa|Kochi|Kolkata|Kuala Lumpur|
Kuwait City|Kyiv|Kyoto|La Paz|Lagos|Lahore|Las Vegas|Leeds|Lima|Lisbon|Liverpool|Ljubljana|London|Los Angeles|Lucknow|Luxembourg|Macau|
Madrid|Manchester|Manila|Melbourne|Mexico City|Miami|Milan|Milwaukee|Minneapolis|Minsk|Mogadishu|Monaco|Monrovia|Montevideo|
Montreal|Moscow|Mumbai|Munich|Mysuru|Nagpur|Nairobi|Naypyidaw|New Delhi|New Orleans|New York|Nicosia|Noida|Oslo|Ottawa|Panaji|
Panama City|Paris|Patna|Perth|Peshawar|Philadelphia|Phnom Penh|Phoenix|Pittsburgh|Port-au-Prince|Prague|Pretoria|Pune|Pyongyang|
Quebec City|Quito|Rabat|Raipur|Ramallah|Ranchi|Rawalpindi|Reykjavik|Riga|Rio de Janeiro|Riyadh|Rome|St\\. Louis|St\\. Petersburg|
Salt Lake City|San Antonio|San Diego|San Francisco|San Jose|San Juan|San Salvador|Sanaa|Santiago|Santo Domingo|Sao Paulo|Sarajevo|
Seattle|Seoul|Shanghai|Shenzhen|Shillong|Shimla|Singapore|Skopje|Sofia|Srinagar|Stockholm|Strasbourg|Surat|Suva|Sydney|Taipei|
Tallinn|Tashkent|Tbilisi|Tehran|Tel Aviv|Thane|The Hague|Thiruvananthapuram|Tirana|Tokyo|Toronto|Tripoli|Tunis|Ulaanbaatar|
United Nations|Vadodara|Vancouver|Varanasi|Vatican City|Venice|Vienna|Vientiane|Vijayawada|Vilnius|Visakhapatnam|Warsaw|
Washington|Wellington|Yangon|Yaounde|Yerevan|Zagreb|Zurich`.replace(/\n/g, '')

export const months =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)'

/** Words that open an advisory to editors. */
export const advisories = [
  'Eds(?:\\.| note)?\\s*:',
  "Editor(?:s|'s|’s|s'|s’)? note\\s*:",
  'Editors\\s*:',
  'Note to editors\\s*:',
  'ATTENTION\\b',
  'ADVISORY\\b',
  'EMBARGO(?:ED)?\\b',
  '(?:RECASTS|ADDS|UPDATES|CORRECTS|TRIMS|REFILES|INCORPORATES)\\b',
  '(?:This|The) (?:version|story|item|article|report) (?:CORRECTS|corrects|UPDATES|updates|ADDS|RECASTS|has been (?:corrected|updated|refiled))',
  'This corrects\\b',
  '(?:With|Eds: With) (?:AP Photos|photos|graphic|video)\\b',
  'AP (?:Photos?|Video|Graphics?)\\s+[A-Z0-9]{3,}',
  'MORE\\s*$',
  '30\\s*$',
  '-30-\\s*$',
  '\\(?MORE TO (?:COME|FOLLOW)\\)?',
  'ENDS\\s*$',
]

/** Words written with a capital inside: a link title does not end there. */
export const innerCapitals =
  /^(?:WhatsApp|YouTube|LinkedIn|FaceTime|PayPal|BuzzFeed|HuffPost|SpaceX|TikTok|OpenAI|DeepMind|AstraZeneca|BioNTech|BlackBerry|JetBlue|FedEx|PlayStation|SoftBank|DreamWorks|MasterCard|GitHub|ChatGPT|AirAsia|IndiGo|SpiceJet|GoAir|EasyJet|McDonald|Mc\p{Lu}|Mac\p{Lu}|O[’']\p{Lu}|[a-z]{1,2}\p{Lu}|De\p{Lu}|La\p{Lu}|Le\p{Lu}|Di\p{Lu}|Fitz\p{Lu}|Van\p{Lu})/u
