// Places and peoples that stand capitalised where a person's name might: they are never “he” or “she”. General knowledge;
// only those common in English news, since a place met anywhere else is told by "in", "of" and "from" before it.

const set = (words: string) => new Set(words.split(/\s*\n\s*|\s*,\s*/).filter(Boolean))

/** Whole names, lower case. */
export const places = set(`
  afghanistan, albania, algeria, argentina, armenia, australia, austria, azerbaijan, bahrain, bangladesh, belarus, belgium, bolivia, bosnia, brazil, britain, bulgaria, burma, cambodia,
  cameroon, canada, chile, china, colombia, congo, croatia, cuba, cyprus, czech republic, denmark, ecuador, egypt, england, eritrea, estonia, ethiopia, europe, finland, france, gaza, germany,
  ghana, great britain, greece, guatemala, haiti, honduras, hong kong, hungary, iceland, india, indonesia, iran, iraq, ireland, israel, italy, jamaica, japan, kazakhstan, kenya, kosovo, kuwait,
  kyrgyzstan, laos, latvia, lebanon, libya, lithuania, luxembourg, malaysia, mali, malta, mexico, moldova, mongolia, morocco, mozambique, myanmar, nepal, netherlands, new zealand, nicaragua, niger,
  nigeria, north korea, norway, oman, pakistan, palestine, panama, paraguay, peru, philippines, poland, portugal, qatar, romania, russia, rwanda, saudi arabia, scotland, senegal, serbia, singapore,
  slovakia, slovenia, somalia, south africa, south korea, south sudan, spain, sri lanka, sudan, sweden, switzerland, syria, taiwan, tanzania, thailand, tibet, tunisia, turkey, uganda, ukraine,
  united arab emirates, united kingdom, united states, uruguay, uzbekistan, venezuela, vietnam, wales, yemen, zambia, zimbabwe, america, africa, asia, antarctica, latin america, north america, middle east,
  u.s, u.k, us, uk, usa, uae, eu,
  alberta, british columbia, manitoba, new brunswick, newfoundland, labrador, nova scotia, ontario, prince edward island, quebec, québec, saskatchewan, yukon, nunavut, northwest territories,
  toronto, ottawa, montreal, montréal, vancouver, calgary, edmonton, winnipeg, halifax, hamilton, regina, saskatoon, kitchener, mississauga, brampton, surrey, burnaby, kelowna, gatineau, laval, sudbury, guelph,
  thunder bay, moncton, fredericton, charlottetown, whitehorse, yellowknife, iqaluit, parliament hill, queen's park, bay street,
  alabama, alaska, arizona, arkansas, california, colorado, connecticut, delaware, florida, hawaii, idaho, illinois, indiana, iowa, kansas, kentucky, louisiana, maine, maryland, massachusetts,
  michigan, minnesota, mississippi, missouri, montana, nebraska, nevada, new hampshire, new jersey, new mexico, new york, north carolina, north dakota, ohio, oklahoma, oregon, pennsylvania, rhode island,
  south carolina, south dakota, tennessee, texas, utah, vermont, west virginia, wisconsin, wyoming, puerto rico, washington, washington dc, d.c,
  new york city, los angeles, chicago, houston, philadelphia, phoenix, san antonio, san diego, dallas, san francisco, boston, seattle, denver, detroit, miami, atlanta, cleveland, pittsburgh, baltimore, orlando,
  las vegas, new orleans, manhattan, brooklyn, hollywood, silicon valley, wall street, capitol hill,
  london, paris, berlin, moscow, beijing, tokyo, seoul, pyongyang, kyiv, kiev, delhi, new delhi, mumbai, kolkata, chennai, bengaluru, islamabad, dhaka, kabul, tehran, baghdad, damascus, jerusalem, tel aviv, cairo,
  ankara, istanbul, athens, rome, madrid, brussels, geneva, vienna, warsaw, budapest, prague, stockholm, oslo, copenhagen, dublin, belfast, edinburgh, glasgow, manchester, birmingham, liverpool, canberra, sydney, melbourne,
  wellington, pretoria, nairobi, lagos, riyadh, doha, dubai, abu dhabi, jakarta, manila, bangkok, hanoi, taipei, kuala lumpur, lima, bogota, caracas, havana, mexico city, buenos aires, sao paulo, brasilia,
  the hague, crimea, donbas, kashmir, punjab, bihar, kerala, gujarat, west bank, golan heights
`)

/** Adjectives and names of peoples, parties and faiths, lower case: "the Canadian", "a Liberal". */
export const peoples = set(`
  afghan, african, american, arab, argentine, armenian, asian, australian, austrian, bangladeshi, belgian, bolivian, brazilian, british, bulgarian, cambodian, canadian, chilean, chinese, colombian, croatian, cuban,
  czech, danish, dutch, egyptian, english, estonian, ethiopian, european, filipino, finnish, french, german, ghanaian, greek, haitian, hispanic, hungarian, icelandic, indian, indonesian, iranian, iraqi, irish,
  israeli, italian, jamaican, japanese, jewish, jordanian, kenyan, korean, kurdish, latino, latina, latvian, lebanese, libyan, lithuanian, malaysian, mexican, moroccan, muslim, nepali, nigerian, north korean, norwegian,
  pakistani, palestinian, peruvian, polish, portuguese, quebecer, romanian, russian, saudi, scottish, serbian, sikh, slovak, somali, south african, south korean, spanish, sudanese, swedish, swiss, syrian, taiwanese,
  thai, tibetan, turkish, ukrainian, venezuelan, vietnamese, welsh, yemeni, ontarian, albertan, manitoban, indigenous, inuit, métis, metis, cree, mohawk, ojibwe, first nations, catholic, christian, buddhist, hindu, mormon, protestant,
  republican, democrat, democratic, conservative, liberal, tory, labour, green, ndp, new democrat, bloc québécois, gop, internet, congress, parliament, christmas, easter, thanksgiving, ramadan, covid, covid-19, olympics
`)
