/**
 * Ten invented stories in the manner of Canadian newsrooms, with who said what in them. People, towns and events are made
 * up. `said` pairs the first words of what was said with the full name (or body) that said it; every paragraph is a line.
 */
export interface StoryFixture {
  slug: string
  text: string
  said: [words: string, speaker: string][]
}

export const stories: StoryFixture[] = [
  {
    slug: 'ferry',
    text: `Island ferry to sail again by spring, minister says
HARBOUR FALLS, N.S. — The ferry that links Harbour Falls with the mainland will be back in service by April, Nova Scotia Transport Minister Corinne Achebe said Tuesday.
Achebe told reporters that the province has found a shipyard in Quebec to replace the vessel's second engine.
“We know this winter has been hard on families and on fishermen,” she said. “Nobody should have to drive four hours to see a doctor.”
The 42-year-old MV Laughing Gull has been tied up since November, when inspectors found cracks in its hull.
Mayor Desmond Whynot welcomed the news but warned that the town cannot rely on promises.
“I'll believe it when I hear the horn,” Whynot said in an interview. “We've had three dates from this government, and three times we were let down.”
According to Whynot, the closure has cost local businesses about $2 million.
Opposition critic Rob Delorey accused the government of hiding the ship's condition. “They knew in August,” he said. “They had the report on the desk and they did nothing.”
The minister denied that. She said her department received the final report on Nov. 3 and acted the same day.
“To suggest otherwise is simply false,” Achebe said.
Transport Canada said in a statement it is reviewing the inspection and would not comment further.`,
    said: [
      ['The ferry that links', 'Corinne Achebe'],
      ['the province has found', 'Corinne Achebe'],
      ['We know this winter', 'Corinne Achebe'],
      ['Nobody should have', 'Corinne Achebe'],
      ['the town cannot rely', 'Desmond Whynot'],
      ["I'll believe it", 'Desmond Whynot'],
      ["We've had three dates", 'Desmond Whynot'],
      ['the closure has cost', 'Desmond Whynot'],
      ['They knew in August', 'Rob Delorey'],
      ['They had the report', 'Rob Delorey'],
      ['her department received', 'Corinne Achebe'],
      ['To suggest otherwise', 'Corinne Achebe'],
      ['it is reviewing', 'Transport Canada'],
    ],
  },
  {
    slug: 'hospital',
    text: `ER nurses sound alarm over hallway beds
A Hamilton nurse says patients at Escarpment General are being treated in hallways “every single night.”
Janelle Fortier, who has worked in the emergency department for 11 years, said the hospital is short 40 nurses.
“You're starting an IV beside the vending machine,” said Fortier, 38. “That isn't care. That's triage in a war zone.”
Dr. Samir Haddad, the hospital's chief of staff, acknowledged the department is under strain.
“Our people are exhausted and I won't pretend they aren't,” he said, adding that the hospital has hired 16 nurses since September.
Ontario Health Minister Paula Kiernan said the government has spent more on emergency care than any before it.
“We inherited a system that was on its knees,” Kiernan told the legislature on Wednesday. She said wait times have fallen in nine of the province's 10 largest hospitals.
New Democrat MPP Theo Baptiste called the minister's answer “an insult to every nurse in this province.”
“She should spend one night in that hallway,” he said. “One night.”
A spokesperson for the Ontario Nurses' Association, Gillian Roy, said the union has filed more than 200 workload complaints since the summer.
Fortier said she does not blame the hospital's managers. “They're drowning too,” she said.
Haddad, asked whether patients are safe, paused before answering. “Most nights, yes,” he said.`,
    said: [
      ['every single night', 'Janelle Fortier'],
      ['the hospital is short', 'Janelle Fortier'],
      ["You're starting an IV", 'Janelle Fortier'],
      ["That isn't care", 'Janelle Fortier'],
      ['the department is under', 'Samir Haddad'],
      ['Our people are', 'Samir Haddad'],
      ['the hospital has hired', 'Samir Haddad'],
      ['the government has spent', 'Paula Kiernan'],
      ['We inherited', 'Paula Kiernan'],
      ['wait times have fallen', 'Paula Kiernan'],
      ['an insult to every nurse', 'Theo Baptiste'],
      ['She should spend', 'Theo Baptiste'],
      ['One night.', 'Theo Baptiste'],
      ['the union has filed', 'Gillian Roy'],
      ['she does not blame', 'Janelle Fortier'],
      ["They're drowning", 'Janelle Fortier'],
      ['Most nights', 'Samir Haddad'],
    ],
  },
  {
    slug: 'pipeline',
    text: `Chief says nation was never asked about pipeline route
The chief of a northern British Columbia First Nation says his community learned about a new pipeline route from a newspaper.
“I was having my coffee and there it was, a line drawn straight across our moose camps,” Chief Lionel Auger of the Stone Lake First Nation said Monday.
Auger said the company, Northridge Energy, has held two meetings in Prince George and none on the reserve.
Northridge denies that it left anyone out. “We have been in contact with Stone Lake since 2021,” company spokeswoman Tara Ingram wrote in an e-mail.
Ingram said the route is a draft and could still move by as much as five kilometres.
Hereditary leader Martha Joseph, 71, said she remembers when surveyors came through in the 1970s.
“They told my father it would take one summer,” Joseph said. “It took the caribou.”
She wants the federal government to order a full review. So does Auger, who said a provincial certificate “means nothing to the river.”
Natural Resources Minister Ian Petrescu said Ottawa would respect its duty to consult.
“No project gets built on silence,” he told CBC Radio. “If people haven't been heard, they will be.”
A professor of Indigenous law at the University of Victoria, Claire Tremblay-Ross, said courts have been clear that notice is not consultation.
“Sending a map is not a conversation,” she said.`,
    said: [
      ['his community learned', 'Lionel Auger'],
      ['I was having my coffee', 'Lionel Auger'],
      ['the company, Northridge', 'Lionel Auger'],
      ['it left anyone out', 'Northridge Energy'],
      ['We have been in contact', 'Tara Ingram'],
      ['the route is a draft', 'Tara Ingram'],
      ['she remembers when', 'Martha Joseph'],
      ['They told my father', 'Martha Joseph'],
      ['It took the caribou', 'Martha Joseph'],
      ['means nothing to the river', 'Lionel Auger'],
      ['Ottawa would respect', 'Ian Petrescu'],
      ['No project gets built', 'Ian Petrescu'],
      ["If people haven't", 'Ian Petrescu'],
      ['courts have been clear', 'Claire Tremblay-Ross'],
      ['Sending a map', 'Claire Tremblay-Ross'],
    ],
  },
  {
    slug: 'hockey',
    text: `Voyageurs fire Lindqvist after seventh straight loss
WINNIPEG — The Winnipeg Voyageurs fired head coach Per Lindqvist on Sunday, hours after a 6-1 loss to last-place Tampa.
General manager Craig Dunlop said the team had stopped playing for its coach.
“I looked at our bench in the third period and I saw 20 people waiting for a bus,” Dunlop said. “That's on me as much as anyone.”
Assistant Marie-Ève Cloutier will run the team for the rest of the season, making her the first woman behind a bench in the league.
“I'd rather have got the call on a good day,” Cloutier said with a laugh. “But you take the job you're given.”
Captain Tyler Boychuk, who has played all nine of his seasons in Winnipeg, took the blame.
“Per's a good man,” the captain said. “We let him down. I let him down.”
Lindqvist, 51, was hired in 2022 and led the team to the second round in his first year. He could not be reached for comment.
Goaltender Anders Wiik said players learned of the move by text message.
“It's a bad feeling,” Wiik said. “You see the phone light up and you know.”
Dunlop insisted he has no plans to trade Boychuk. Asked about the goalie, he was less certain. “We'll see,” the general manager said.`,
    said: [
      ['the team had stopped', 'Craig Dunlop'],
      ['I looked at our bench', 'Craig Dunlop'],
      ["That's on me", 'Craig Dunlop'],
      ["I'd rather have got", 'Marie-Ève Cloutier'],
      ['But you take the job', 'Marie-Ève Cloutier'],
      ["Per's a good man", 'Tyler Boychuk'],
      ['We let him down', 'Tyler Boychuk'],
      ['players learned of', 'Anders Wiik'],
      ["It's a bad feeling", 'Anders Wiik'],
      ['You see the phone', 'Anders Wiik'],
      ['he has no plans', 'Craig Dunlop'],
      ["We'll see", 'Craig Dunlop'],
    ],
  },
  {
    slug: 'trial',
    text: `Landlord knew stairs were rotten, court told
A Moncton landlord was warned three times that his stairs were rotten before a tenant fell to her death, a jury heard Thursday.
Crown prosecutor Andrea Melanson said Gerald Pike ignored two letters and a call from a city inspector.
“He did the arithmetic, ladies and gentlemen,” Melanson told the jury. “Lumber cost $900. He decided that was too much.”
Pike, 63, has pleaded not guilty to criminal negligence causing the death of Denise Savoie.
His lawyer, Rupert Sandhu, said the evidence would show that the stairs had been repaired a month earlier.
“Mr. Pike is a small landlord who fixed what he could,” Sandhu said. “An accident is not a crime.”
The inspector, Lucie Arsenault, testified that she photographed the stairs in May. “You could push a pen into the wood,” she said.
Under cross-examination, Arsenault admitted she had not gone back to check.
“So you don't know what state those stairs were in on the day,” Sandhu asked.
“No,” she replied.
Savoie's sister, Monique Savoie, wept in the gallery. Outside court, she said the family only wants someone to say sorry.
“She carried groceries up those stairs for 12 years,” Savoie said.
Justice Harold Brun told jurors to ignore what they have read online. “What matters is what you hear in this room,” the judge said.`,
    said: [
      ['Gerald Pike ignored', 'Andrea Melanson'],
      ['He did the arithmetic', 'Andrea Melanson'],
      ['Lumber cost', 'Andrea Melanson'],
      ['the evidence would show', 'Rupert Sandhu'],
      ['Mr. Pike is a small', 'Rupert Sandhu'],
      ['An accident is not', 'Rupert Sandhu'],
      ['she photographed', 'Lucie Arsenault'],
      ['You could push a pen', 'Lucie Arsenault'],
      ['she had not gone back', 'Lucie Arsenault'],
      ["So you don't know", 'Rupert Sandhu'],
      ['No,', 'Lucie Arsenault'],
      ['the family only wants', 'Monique Savoie'],
      ['She carried groceries', 'Monique Savoie'],
      ['What matters is', 'Harold Brun'],
    ],
  },
  {
    slug: 'budget',
    text: `Premier defends deficit as 'the price of a cold winter'
EDMONTON — Alberta Premier Wade Sorochan defended a $4.1-billion deficit on Friday, calling it “the price of a cold winter and a soft barrel.”
The premier said oil revenue fell by a third between October and January.
“Nobody in this building sets the price of crude,” Sorochan said at a news conference in Edmonton.
Opposition Leader Ngozi Adeyemi said the government had been warned by its own economists.
“The premier likes to talk about the weather,” she said. “He had the forecast.”
Finance Minister Lorne Haack, who wrote the budget, said he expects to return to balance in 2028.
But economist Brigitte Lavoie of the Prairie Policy Institute called that date a fantasy. “You would need oil at $95 and a hiring freeze,” Lavoie said in a telephone interview. She predicted the deficit would grow to $5 billion by next year.
Haack disagreed. “With great respect to the doctor, she said the same thing in 2019,” he said.
Teachers are unhappy too. The budget is “a slap,” said union president Kelly Ostrowski, whose members have been without a contract since August.
In a social media post, former premier Don Chartrand wrote that the province “keeps mistaking a windfall for a wage.”
Sorochan dismissed the remark. “Don had his turn,” he said.`,
    said: [
      ['the price of a cold winter and', 'Wade Sorochan'],
      ['oil revenue fell', 'Wade Sorochan'],
      ['Nobody in this building', 'Wade Sorochan'],
      ['the government had been warned', 'Ngozi Adeyemi'],
      ['The premier likes', 'Ngozi Adeyemi'],
      ['He had the forecast', 'Ngozi Adeyemi'],
      ['he expects to return', 'Lorne Haack'],
      ['You would need oil', 'Brigitte Lavoie'],
      ['the deficit would grow', 'Brigitte Lavoie'],
      ['With great respect', 'Lorne Haack'],
      ['a slap', 'Kelly Ostrowski'],
      ['keeps mistaking a windfall', 'Don Chartrand'],
      ['Don had his turn', 'Wade Sorochan'],
    ],
  },
  {
    slug: 'wildfire',
    text: `Evacuees wait for word as fire nears Pinder Creek
Yasmin Qureshi had 10 minutes to pack. She took the cat, the passports and a bag of frozen perogies.
“I don't know why the perogies,” Qureshi said, sitting on a cot in a Kamloops arena. “You don't think. You grab.”
The fire, which began Saturday, has burned more than 9,000 hectares and destroyed at least 12 homes, the B.C. Wildfire Service says.
Fire information officer Dale Hutchings said winds are expected to shift by Wednesday.
“Tonight is the night that worries me,” said Hutchings. “After that the weather turns in our favour.”
RCMP Sgt. Naomi Wetstone said officers went door to door. Two men refused to leave, she said, “and we took the names of their next of kin.”
Premier Alan Greaves flew over the valley Monday. “It's a moonscape,” he told reporters at the Kamloops airport. “I've asked the Prime Minister for help, and he said yes before I finished the sentence.”
Prime Minister Julien Marchand's office confirmed that two military helicopters are on their way.
Qureshi's neighbour, retired logger Bert Olafson, has been through three fires. “The first one scares you. The second one teaches you,” he said. “The third one you just sit down and cry.”
Asked if he would rebuild, Olafson shrugged. “Where else would I go?”`,
    said: [
      ["I don't know why", 'Yasmin Qureshi'],
      ["You don't think", 'Yasmin Qureshi'],
      ['The fire, which began', 'B.C. Wildfire Service'],
      ['winds are expected', 'Dale Hutchings'],
      ['Tonight is the night', 'Dale Hutchings'],
      ['After that the weather', 'Dale Hutchings'],
      ['officers went door', 'Naomi Wetstone'],
      ['and we took the names', 'Naomi Wetstone'],
      ["It's a moonscape", 'Alan Greaves'],
      ["I've asked the Prime", 'Alan Greaves'],
      ['The first one scares', 'Bert Olafson'],
      ['The third one you', 'Bert Olafson'],
      ['Where else would', 'Bert Olafson'],
    ],
  },
  {
    slug: 'gallery',
    text: `Stolen Carr sketch turns up in a Regina thrift shop
A sketch stolen from a Toronto gallery in 1988 has turned up in a Regina thrift shop with a price tag of $14.
Volunteer Ruth Pasternak was sorting frames when she saw the signature.
“I said to Joan, that's either worth nothing or it's worth the building,” Pasternak recalled.
It was worth the building. Art historian Philippe Gagné of McGill University says the charcoal drawing could fetch $600,000.
“I have held perhaps 40 of them,” said Gagné, who was called in to authenticate it. “My hands shook.”
The gallery's director, Adaeze Nwosu, confirmed the drawing had been taken in a night-time break-in. “Some of us never stopped looking,” she said.
Police do not know how it came to Saskatchewan. “Somebody's uncle had it over the couch,” Det. Sgt. Colin McGrath said. “That's usually how it goes.”
McGrath said no charges are expected. The thief, he believes, “is probably long dead.”
Nwosu has promised the thrift shop a new roof. Pasternak, who is 82, said she would settle for a better kettle.
“We'll take the roof,” manager Joan Friesen said firmly.`,
    said: [
      ["I said to Joan, that's", 'Ruth Pasternak'],
      ['the charcoal drawing', 'Philippe Gagné'],
      ['I have held perhaps', 'Philippe Gagné'],
      ['My hands shook', 'Philippe Gagné'],
      ['the drawing had been taken', 'Adaeze Nwosu'],
      ['Some of us never', 'Adaeze Nwosu'],
      ["Somebody's uncle", 'Colin McGrath'],
      ["That's usually how", 'Colin McGrath'],
      ['no charges are expected', 'Colin McGrath'],
      ['she would settle', 'Ruth Pasternak'],
      ["We'll take the roof", 'Joan Friesen'],
    ],
  },
  {
    slug: 'bank',
    text: `Rates to stay put, Macrae signals
OTTAWA — Bank of Canada governor Fiona Macrae says inflation is “where we want it, more or less,” a sign that interest rates are unlikely to move this summer.
In a speech to the Halifax Chamber of Commerce, Macrae said the economy has absorbed the shock of American tariffs better than she feared.
“We prepared for a storm and we got a wet week,” the governor said.
Economists took her at her word. “She isn't cutting, she isn't hiking, she's going fishing,” said Omar Siddiqui, chief economist at Laurier Securities.
Siddiqui expects the bank to hold its key rate at 2.5 per cent until at least October.
Others were less sure. Wage growth is still running ahead of productivity, according to Hélène Doucet of the Conference Board, and “that is the kind of thing that wakes central bankers at three in the morning.”
Statistics Canada reported last week that consumer prices rose 2.1 per cent in May.
Conservative finance critic Bradley Yuen said families do not feel it. “Go and ask anyone in a grocery store,” Yuen said. He argued that the bank had been slow to see the last wave of inflation and could be slow again.
Macrae declined to answer him directly. She said she reads every letter she gets. “Some of them twice,” she added.`,
    said: [
      ['inflation is “where', 'Fiona Macrae'],
      ['the economy has absorbed', 'Fiona Macrae'],
      ['We prepared for', 'Fiona Macrae'],
      ["She isn't cutting", 'Omar Siddiqui'],
      ['Wage growth is still', 'Hélène Doucet'],
      ['consumer prices rose', 'Statistics Canada'],
      ['families do not feel', 'Bradley Yuen'],
      ['Go and ask anyone', 'Bradley Yuen'],
      ['the bank had been slow', 'Bradley Yuen'],
      ['she reads every letter', 'Fiona Macrae'],
      ['Some of them twice', 'Fiona Macrae'],
    ],
  },
  {
    slug: 'school',
    text: `Board reverses phone ban after students walk out
Fredericton's school board has dropped a ban on cellphones two weeks after 900 students walked out.
“We moved too fast, and we moved without the people it touched,” board chair Stephanie Lutes said after Tuesday's vote.
Grade 11 student Amir Nazari helped to organize the protest. He said most students would accept a rule for class time.
“We never asked for TikTok in chemistry,” Nazari, 16, said. “We asked not to have our lockers searched.”
Parents were divided. “My daughter was finally reading books again,” said Wendy Comeau, a mother of two. Another parent, who asked not to be named because she works for the board, said the ban “lasted about as long as a bag of chips.”
Education Minister Bill Hogarth says the province will bring in its own policy by January. He would not say what it will contain.
Lutes said she hopes the minister will talk to students first. “They have more sense than we gave them credit for,” she said.
A study by researchers at Dalhousie University found that marks rose slightly in schools where phones were kept in bags. Its lead author, psychologist Ingrid Vance, cautioned that the effect was small.
“It's about the size of a good breakfast,” Vance said.
Nazari read the study. “So bring breakfast,” he said.`,
    said: [
      ['We moved too fast', 'Stephanie Lutes'],
      ['most students would accept', 'Amir Nazari'],
      ['We never asked', 'Amir Nazari'],
      ['We asked not to', 'Amir Nazari'],
      ['My daughter was', 'Wendy Comeau'],
      ['the province will bring', 'Bill Hogarth'],
      ['she hopes the minister', 'Stephanie Lutes'],
      ['They have more sense', 'Stephanie Lutes'],
      ['the effect was small', 'Ingrid Vance'],
      ["It's about the size", 'Ingrid Vance'],
      ['So bring breakfast', 'Amir Nazari'],
    ],
  },
]
