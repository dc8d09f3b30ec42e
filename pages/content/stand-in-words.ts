/** What people type where a fact belongs that they do not have yet. */

/** Made a set at the first question, because a Worker has little time to start. */
function wordsOf(text: string): Pick<ReadonlySet<string>, 'has'> {
  let words: ReadonlySet<string> | undefined;
  function has(word: string): boolean {
    words ??= new Set(text.trim().split(/\s+/));
    return words.has(word);
  }
  return { has };
}

/** Whole texts, letters and digits only. */
export const wholes = wordsOf(`
  na nan nil none null nothing no unknown undefined empty blank missing pending awaiting later soon
  tbc tba tbd tbf tbs tbca todo fixme tofollow tocome tocheck toadd toconfirm tofill tofillin fillin fillmein fillme
  idk notapplicable test1 123test abc xyz foo bar baz foobar foobarbaz blah blahblah blahblahblah wibble
  name value string text ditto see same sameasabove asabove seeabove temp tmp test tests tester dummy sample samples
  example examples placeholder untitled default generic
  hello hi hey hiya hello hithere yes yeah yep yup no nope nah ok okay maybe y n lol haha hmm um er
  me us you myself self justme mine ours i ltd limited plc llp cic inc ltdcompany limitedcompany company business
  clinic practice council insurer insurance register town city postcode address number phone email
  yourpractice mypractice yourbusiness mybusiness yourcompany mycompany testclinic testpractice testname testtest
  none1 anytown anycity anywhere anystreet anyroad sometown somecity somewhere nowhere yourtown yourcity fakestreet
  fakeroad fakename fakeaddress fakeclinic faketown
  johndoe janedoe johnqdoe jondoe joandoe another another anotherone joebloggs jobloggs fredbloggs janebloggs johnbloggs
  josephinebloggs joannabloggs joepublic johnqpublic joesoap joeblow janeroe richardroe johnroe someone somebody anyone
  anybody nobody noone whoever mrx mrsx firstnamelastname firstlast firstnamesurname forenamesurname maxmustermann
  erikamustermann mickeymouse donaldduck homersimpson
  joeblogs someoneelse fullname firstname lastname practitioner thepractitioner practitionername acupuncturist
  theacupuncturist youracupuncturist owner admin user companyltd newclinic newpractice now sure anything something whatever
  home athome myhouse myhome housename buildingandstreet seemap goodmorning nk tick choose select optional provisional
  photo photos picture pictures image images pic pics photograph portrait selfie headshot alt alttext description
  photodescription profile profilepicture profilephoto caption
`);

/** Beside little words alone, one of these says that something is not there: "not yet", "haven’t got one". */
export const denials = wordsOf('no not none nothing never dont havent hasnt cant cannot blank');

/** Of these a text may consist, and then says nothing if one of the empty words is among them. */
export const littleWords = wordsOf(`
  a an the my your our his her their i im ive we you it its this that these those what which who is are be been being was
  were will would shall can cant could to of for in on at by from with as and or but not no do dont does did didnt have
  havent has hasnt got get getting any some one ones yet still just only also all please pls plz sorry thanks thank
  currently here there when where if until till need needs going must should see look page put enter type write insert add
  give go back out under else at up along with yet never cannot fixed place attached
  clinic practice business company street town city county council body insurance register registration licence license
  certificate policy cert membership member price prices cost costs me us myself self new full first last real proper
  actual ltd limited test testing sample example dummy blank moment right
`);

/** Words that stand for what is not there. */
export const emptyWords = wordsOf(`
  follow follows followed following later soon tomorrow shortly asap eventually now website site web webpage online
  facebook request ask asking call ring contact message text pending awaiting awaited await waiting wait applied apply
  applying application renewal renewing renew renewed progress process processing update updated updating
  hello hi hey yes yeah yep nope nah ok okay maybe perhaps idea clue dunno know knows known sure unsure uncertain certain
  decide decided deciding undecided confirm confirmed confirming registered unregistered insured uninsured same above
  below ditto previous before name names surname forename firstname lastname address postcode number numbers phone email
  mail detail details info information insurer qualification qualifications photo photos picture pictures image images
  pic photograph portrait placeholder temp temporary fill filled filling missing empty nothing unknown none nil null tbc
  tba tbd todo na come comes coming given provided supplied added entered inserted forgot forgotten remember check
  checking find available unavailable leave leaving left ready done sorted organised organising arranged arranging
  required relevant applicable needed due present currently post sent send submitted reception map attached discussed
  expired expires expiring application confirmation subject provisional optional select choose whatever anything something
`);

/** Empty as a whole text, and yet a fair remark beside a fact: "Acupuncturist (registered)". */
export const fairRemarks = wordsOf(`
  registered insured same portrait photo website online text site web limited ltd company clinic practice no i y n
  register insurance council updated available practitioner acupuncturist owner attached online photo
`);

/** What a text is, so that its own words are not taken for empty ones. */
export type Kind = keyof typeof realWords;
export const realWords = {
  any: wordsOf('no'),
  words: wordsOf('now sure ok'),
  place: wordsOf('street'),
  /** Surnames and first names. */
  person: wordsOf(
    `will test see bar blank sample page e o u street town city council name call mail ring self`,
  ),
  practice: wordsOf(`clinic practice hello hi now yes ok me us self same street town city`),
  price: wordsOf(
    `check present application post map follow call phone text email mail message online renewal contact update photo sample`,
  ),
  photo: wordsOf('clinic practice street'),
};
