// Given names that tell whether “he” or “she” is meant, written from general knowledge of the English-speaking world's
// newsrooms: English, French, Spanish, Indian, Chinese, Korean, Arabic and Slavic. Names borne by both are left out.

const set = (words: string) => new Set(words.split(/\s+/).filter(Boolean))

const menNames = set(
  `aaron abdul abdullah abraham adam adrian ahmed alan albert alberto aleksandr alexander alexandre alexei alfred ali alistair allan allen amir anand anatoly
  anders andre andrei andres andrew andy angus anil ankit anthony antoine antoni antonio archie arjun armand arnold arthur arun arvind ashok austin barack barry
  bart ben benjamin benoit bernard bernie bhupesh bill billy bob bobby boris brad bradley brendan brent brett brian bruce bruno bryan byron calvin carl carlos
  cedric cesar chad charles charlie chester christian christoph christophe christopher chuck clarence clark clayton cliff clifford clint clive colin conor conrad
  craig curtis cyril damian damon dan daniel darren darrell darryl dave david dean deepak dennis denis derek desmond devin dick diego dieter dimitri dmitry
  dominic don donald doug douglas doyle duncan dustin dwayne dwight earl ed eddie edgar edmund eduardo edward edwin elias elijah eliot elliott elvis emile
  emilio emmanuel enrique eric erik ernest ernesto ethan etienne eugene evan fabian farhan felipe felix ferdinand fernando floyd francesco francis francisco
  francois frank franklin fred frederic frederick fyodor gabriel ganesh gareth garrett garth gary gaurav gavin gene geoff geoffrey george georges gerald gerard
  gilbert gilles giovanni giuseppe glen glenn gordon graham grant greg gregory guillaume gus gustavo guy hamid hans harish harold harry harvey hassan hector
  henri henry herbert herman hiroshi horace howard hubert hugh hugo hussein ian ibrahim igor imran irving isaac ismail ivan jack jacob jacques jake jakob
  james jamal jared jason javed javier jeff jeffrey jens jeremiah jeremy jerome jerry jesus jim jimmy joachim joe joel johan johann john johnny jon jonathan
  jorge jose josef joseph josh joshua josue juan julian julien julio justin kamal karl keith kenji kenneth kenny kent kevin khalid kiran klaus konstantin kunal
  kurt kyle laurent lars lawrence lee len leo leon leonard leroy les lester lewis liam lionel lloyd louis luc lucas luis luke luther mahmoud malcolm manuel
  manoj marc marcel marco marcus mario mark marshall martin marty marvin mathieu matt matthew matthias maurice mauricio max maxim maxime maxwell mehmet mel michael
  michel miguel mike mikhail milan miles milton mitch mitchell mohamed mohammad mohammed mohan morris muhammad murray mustafa nate nathan nathaniel naveen neal ned
  neil nelson nicholas nick nicolas nicolai nigel nikhil nikolai nitin noah norman oleg oliver olivier omar orlando oscar otto owen pablo pascal patrick paul
  pavel pedro perry pete peter phil philip philippe phillip pierre piotr prakash pramod prashant preston qasim quentin rafael rahul raj rajesh rajiv rakesh ralph
  ram ramesh ramon randall randy raphael rashid ravi ray raymond raul reg reginald rene rex ricardo richard rick ricky rob robert roberto roberto rod roderick rodney
  rodrigo roger rohit roland rolf roman ron ronald ronnie rory ross roy rudolph rudy rupert russ russell ryan sachin salim salman salvador samuel sandeep
  sanjay santiago satish scott sean sebastian serge sergei sergey sergio seth shane shaun shawn sheldon shinzo sidney simon sohail stan stanley stefan stephane stephen
  steve steven stewart stuart subhash sunil suresh sven tariq ted terence terrance theodore thierry thomas tim timothy toby todd tom tomas tommy tony travis trent trevor
  tristan tyler umar vernon vijay vikram viktor vince vincent vinod vladimir volodymyr wade wallace walter warren wayne wendell werner wesley wilfred wilhelm william
  willie winston wolfgang xavier yannick yasser yusuf yves yuri zachary theo bert cory corey kirk brock brody cole cody ezra finn gord grady lorne mac mats mick monte ned nolan orrin parker reggie sandro shayne stu thom ty vern vic wes zack zach rupert lionel harold colin amir omar jagmeet pierre yves doug jean-pierre jean-francois jean-marc jean-claude jean-paul jean-guy`,
)

const womenNames = set(
  `abigail ada adele adriana agatha agnes aisha alana alejandra alexandra alexis alice alicia alina alison allison alyssa amanda amara amber amelia amina amy ana anastasia
  angela angelica angelina angie anita anjali ann anna annabelle anne annette annie annika antonia aparna april ariana arlene asha astrid aubrey audrey ayesha
  barbara beatrice beatriz becky belinda bella bernadette bernice bertha beth bethany betsy betty beverly bianca bonnie brenda bridget brigitte brittany camila camille candace
  cara carey carla carmen carol carole carolina caroline carolyn catalina caterina catharine catherine cathy cecile cecilia celeste celia celine chantal charlene charlotte chelsea
  cheryl chloe christa christiane christina christine chrystia ciara cindy claire clara clarissa claudette claudia colleen constance cora corinne cristina crystal cynthia daisy
  dana daniela danielle daphne dawn deanna debbie deborah debra deepa delia denise diana diane dina divya dolores donna dora doreen doris dorothy edith eileen elaine eleanor elena
  elisa elisabeth elise eliza elizabeth ella ellen ellie elsa elsie emilia emily emma erica erika erin esther ethel eugenia eva eve evelyn faith farah fatima fiona flora
  florence frances francesca francine gabriela gabriella gabrielle gail gemma genevieve georgia georgina geraldine gertrude gina giselle gita gladys glenda gloria grace
  greta gretchen guadalupe gwen gwendolyn hannah harriet hazel heather heidi helen helena helene henrietta hilary hillary holly hope huda ida ines ingrid irene iris irina irma isabel
  isabella isabelle ivy jacinda jackie jacqueline jane janet janice janine jasmine jean-anne jeanette jeanine jeanne jenna jennifer jenny jessica jill jo joan joanna joanne jody
  jolie josephine josie joy joyce juanita judith judy julia juliana julie juliet june justine kaitlyn karen karina karla kate katherine kathleen kathryn kathy katie katrina kavita
  kayla kelsey kendra kiera kimberly kirsten krista kristen kristin kristina kristine krystal lana lara larissa laura lauren layla leah leila lena leona leonora lesley leticia
  lidia lila lillian lily lina linda lindsay lisa lise liz liza lois lola loretta lori lorna lorraine louise lucia lucille lucinda lucy luisa lydia lynda lynette lynn lynne mabel
  madeleine madeline madison mae maggie mahua malala mallory manon mara marcia margaret margarita margot maria mariam marianne marie mariel marilyn marina marion marisa marissa marjorie
  marlene marnie marta martha martina mary maryam maureen maxine maya meena megan meghan melania melanie melinda melissa mercedes meredith mia michaela michele michelle mildred mindy minerva
  miranda miriam moira molly mona monica monique muriel myra nadia nadine nancy naomi natalia natalie natasha neha nellie nicole nina nirmala noelle nora norah norma
  octavia odette olga olive olivia ophelia pamela patricia patsy patti paula pauline pearl peggy penelope penny petra philippa phoebe phyllis polly pooja priscilla priya priyanka prudence rachel
  rachelle ramona rania raquel rebecca regina rekha renata renee rhea rhonda rita roberta robyn rona rosa rosalie rosalind rose rosemary roxanne ruby ruth sabina sabrina sadie sally salma samantha
  sandra sara sarah savannah selena selina serena shannon sharon sheila shelley sherry shirley silvia simone smriti sofia sonia sonya sophia sophie stacey stella stephanie
  sue sunita susan susanna susannah susanne sushma susie suzanne suzy svetlana sybil sylvia sylvie tabitha tamara tammy tania tanya tara tatiana teresa tess tessa thelma theresa therese tiffany tina toni tracey trina
  trisha trudy ursula usha valentina valerie vanessa vera veronica vicki vicky victoria viola violet virginia vivian vivienne wanda wendy whitney wilma yasmin yasmine yolanda yvette yvonne zainab zara zoe zoya melanie valerie genevieve gillian janelle lucie corinne adaeze ngozi`,
)

/** What a given name tells; accents and the second half of a double name aside ("Marie-Ève"). */
export function sexOfName(name: string): 'he' | 'she' | undefined {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  for (const one of [plain, plain.split('-')[0]!]) {
    if (menNames.has(one)) return 'he'
    if (womenNames.has(one)) return 'she'
  }
  return undefined
}
