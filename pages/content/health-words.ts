/**
 * Words that say something about somebody's health, in small letters. A campaign's value that holds one is not stored.
 * When in doubt a word is in here: a code that was withheld can be given another name.
 */
export const healthWords = {
  /** Also glued to other words, or with anything but letters in between. */
  anywhere: [
    // What the page is about.
    ...listed(`
      achingback achyback backach backbad backcare backhurt backinjur backproblem backspasm backstrain
      backtrouble badback bulgingdis herniat hurtback lowback lowerback lumbago lumbar pain prolapse sciatic
      scoliosis slippeddis soreback spinal spondyl stenosis stiffback`),
    // Joints, nerves, muscles.
    ...listed(`
      arthriti arthrosis badknee bursitis carpaltunnel cramps fasciitis fibromyalg frozenshoulder golferselbow
      jointach muscleach neuralgia neuropath numbness osteopor pinchednerve rheumat rotatorcuff runnersknee
      soreknee soreneck spasm stiffneck temporomandib tendinit tendinop tendonit tenniselbow trappednerve
      whiplash`),
    // Head and mind.
    ...listed(`
      addiction adhd alzheimer anorexi antidepress anxiety anxious autism bereave bipolar bulimi burnout
      dementia depressed depression destress dizziness eatingdisorder epilep headach insomnia mentalhealth
      migrain palsy panicattack parkinson phobia schizo selfharm suicid tinnitus trauma vertigo`),
    // Having children, hormones.
    ...listed(`
      antenatal childbirth endometri erectile fertility fibroid hotflash hotflush libido maternity menopaus
      menstru miscarr morningsick mumstobe mumtobe ovulat polycyst postnatal pregnan premenstrual prenatal
      thyroid tryingforababy`),
    // Illness.
    ...listed(`
      allergi allergy angina asthma bloat bloodpressure bronchiti cancer carcinom chemo cholesterol chronic
      colitis constipat covid crohn cystitis diabet diagnos diarrh disabilit disease disorder eczema fatigue
      hayfever heartburn hepatiti hypertens illness incontinen indigestion injur irritablebowel leukaem leukem
      loseweight lymphoma nausea obesity oncolog overweight prostate psoriasis quitsmoking rosacea sclerosis
      shingles sinusiti sleepapn sleepless stopsmoking symptom syndrome tumour vomit weightloss`),
  ],
  /** Only as a word of its own, because longer words hold it ("teacher" has "ache"). */
  alone: listed(`
    ache aches aching achy acne birth copd cramp disc fever fibro flu gout hernia hip hips hiv hurt hurting
    hurts ibs ill ivf jaw knee knees lupus neck nerve numb ocd pcos period periods pms pmt ptsd reflux rsi
    shoulder shoulders sick sore spine stiff stress stroke tmj tumor`),
  /** Words of their own that hold one of the first list, and mean nothing. */
  harmless: listed(`
    chronicle chronicles paint painted painter painters painting paintings paints painswick spain`),
};

function listed(words: string): string[] {
  return words.trim().split(/\s+/);
}
