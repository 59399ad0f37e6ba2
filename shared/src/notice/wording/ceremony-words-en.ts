import type { CeremonyWords } from './ceremony-shape.ts';

const OPTIONAL = 'This is not needed for the receipt. You can leave it out.';

export const CEREMONY_EN: CeremonyWords = {
  language: { own: 'English', choose: 'Language' },
  greeting: {
    heading: 'Notice of assignment',
    text: (supplier, number) =>
      `${supplier} gives you notice No. ${number}. Please read it. You then decide whether to sign that you received it.`,
  },
  identity: {
    heading: 'First, who are you?',
    question: ({ name, title, company }) => `You are ${named(name, title)} of ${company}. Is that right?`,
    yes: 'Yes, that is me',
    no: 'No',
    corrected: 'Please give the tablet back so that your name can be put right.',
    nameLabel: 'Your full name',
  },
  reading: {
    heading: 'Please read the notice',
    hint: 'Scroll down at your own pace. Nothing is signed by reading.',
    more: 'There is more below',
    allRead: 'You have reached the end of the notice.',
    goOn: 'Continue',
    back: 'Back to the notice',
    smaller: 'Smaller text',
    larger: 'Larger text',
    textSize: 'Text size',
    seePages: 'See it as pages',
    code: (code) => `Code of this paper: ${code}`,
  },
  consent: {
    heading: 'Signing on this tablet',
    tick: 'I agree to sign the receipt electronically on this tablet.',
    paper: 'If you prefer paper, say so: a paper copy for signature will be brought or sent.',
  },
  objections: {
    heading: 'Objections',
    question: 'Does your company know of objections to the assigned invoices, or of counterclaims it wants to set off?',
    choice: {
      none: 'None that I know of today',
      list: 'Yes, these',
      'not-stated': 'I state nothing about this now',
    },
    listLabel: 'Invoice and reason',
    hint: {
      HU: 'Your company keeps its objections whether or not you name them here. Naming them early helps to settle them.',
      RU: 'Known objections must be named to the factor within a reasonable time after receipt; this is one way to do it.',
      EU: 'Naming known objections now helps to settle them. The law of your contract decides which ones remain.',
      US: 'Naming known disputes now helps to settle them. Stating nothing here gives up nothing.',
    },
  },
  debt: {
    tick: 'I also confirm the debt',
    statement: 'The receivables named in this notice exist, and my company owes them in these amounts on these days.',
    consequence: {
      HU: 'If you confirm, your company must prove it in a dispute that it does not owe the money or owes less; a new limitation period begins.',
      RU: 'If you confirm, the factor may rely on it as your company’s acknowledgement of the debt.',
      EU: 'If you confirm, the factor may rely on it; the law of your contract decides how far.',
      US: 'If you confirm, the factor may rely on your statement when it pays for the invoices.',
    },
    optional: OPTIONAL,
  },
  waiver: {
    tick: 'I also waive defences',
    statement: 'My company will not raise defences or set-off from the supply contract against the factor.',
    consequence: {
      HU: 'If you waive, your company pays the factor even where it has a claim against the supplier. A waiver must be express and is never read broadly.',
      RU: 'If you waive, your company gives up objections against the factor so far as the law allows it, and turns to the supplier instead.',
      EU: 'If you waive, your company gives up objections against the factor so far as the law of your contract allows it.',
      US: 'If you waive, your company agrees not to assert against the factor claims or defenses it has against the supplier, so far as the law enforces that.',
    },
    optional: OPTIONAL,
  },
  sign: {
    heading: 'Sign the receipt',
    statement: ({ name, title, company, number }) =>
      `I, ${title === '' ? name : `${name}, ${title}`}, acknowledge for ${company} that we received notice of assignment No. ${number}.`,
    notAcceptance: 'This confirms receipt only. It is not consent, not a confirmation of the debt and not a waiver.',
    draw: 'Draw',
    type: 'Type',
    mark: 'Make a mark',
    drawHint: 'Sign here with finger or pen',
    typeLabel: 'Type your name as your signature',
    markHint: 'If you cannot write, make any mark here',
    undo: 'Undo last stroke',
    clear: 'Clear',
    placed: 'Your signature will be placed here',
    act: 'Acknowledge receipt',
    saved: 'Signed and stored on this tablet',
  },
  joint: {
    heading: 'Two people sign together',
    text: (place, of) => `Signature ${place} of ${of}. Your company signs jointly.`,
    next: ({ name, company }) => `Next to sign for ${company}: ${name}`,
    handOver: 'Please hand the tablet to the next person',
    other: 'The other person cannot sign today',
  },
  refuse: {
    open: 'I do not want to sign',
    heading: 'Not signing is your right',
    text: 'What counts is that you received the notice. Your signature is not needed for that. It is only recorded that you received it and did not sign.',
    reasonLabel: 'May we note why?',
    reasons: {
      'needs-lawyer': 'A lawyer must see it first',
      'needs-approval': 'I need approval inside the company',
      'disputes-claim': 'We dispute the claim',
      'no-electronic': 'We do not sign electronically',
      'no-reason': 'I give no reason',
      other: 'Another reason',
    },
    noteLabel: 'In your words, if you like',
    act: 'Finish without signing',
    back: 'Back to signing',
  },
  stamp: {
    open: 'We only stamp or register it',
    heading: 'Received without signature',
    text: 'You take the notice and register it in your own way. No signature is asked.',
    numberLabel: 'Your incoming number, if there is one',
    noteLabel: 'Note',
    act: 'Record that we received it',
  },
  wrongPerson: {
    open: 'I am not the right person',
    heading: 'Who is the right person?',
    text: 'Nothing is signed. The notice will be given to the right person.',
    nameLabel: 'Name, if you know it',
    departmentLabel: 'Department',
    act: 'Finish',
  },
  done: {
    thanks: 'Thank you.',
    handBack: 'Please give the tablet back.',
    copyHeading: 'Your copy',
    copyText:
      'Scan the code to keep proof of what was shown to you today. The sealed copy can be opened there as soon as the tablet has been online.',
    codeAlt: 'Code with the address of the verification page for this notice',
    emailLabel: 'E-mail for your copy',
    emailHint: 'Used only to send you this copy.',
    emailAct: 'Send me the copy',
  },
  cover: {
    heading: 'Paused',
    text: 'The notice is covered because nobody touched the tablet for a while. What you did is stored.',
    goOn: 'Continue',
    repOnly: 'Only for the person who brought the tablet',
  },
  outcome: {
    acknowledged: 'Receipt signed',
    'with-exceptions': 'Receipt signed, objections named',
    'received-only': 'Received without signature',
    refused: 'Received, signature refused',
    'wrong-person': 'Not the right person',
    absent: 'Nobody there',
  },
  witness: {
    acknowledged: ({ witness, present, company, number }) =>
      `I, ${witness}, showed notice No. ${number} on this tablet to ${present} of ${company} and was present when the receipt was signed.`,
    'with-exceptions': ({ witness, present, company, number }) =>
      `I, ${witness}, showed notice No. ${number} on this tablet to ${present} of ${company} and was present when the receipt was signed. Objections were named.`,
    'received-only': ({ witness, present, company, number }) =>
      `I, ${witness}, handed notice No. ${number} to ${present || 'the reception'} of ${company}. It was received without a signature.`,
    refused: ({ witness, present, company, number }) =>
      `I, ${witness}, showed notice No. ${number} to ${present || 'a person'} of ${company}, who did not want to sign for it.`,
    'wrong-person': ({ witness, present, company, number }) =>
      `I, ${witness}, tried to give notice No. ${number} to ${company}. ${present || 'The person I met'} was not the right person. Nothing was signed.`,
    absent: ({ witness, company, number }) =>
      `I, ${witness}, tried to give notice No. ${number} to ${company} and met nobody who could take it.`,
  },
  witnessAct: 'I confirm this as witness',
  authority: {
    statutory: 'Legal representative of the company',
    'power-of-attorney': 'Power of attorney',
    apparent: 'Works at the place where the company takes in papers',
  },
  identifiedBy: {
    known: 'Personally known to the witness',
    'id-seen': 'Identity document shown to the witness',
    'business-card': 'Business card shown to the witness',
    'power-of-attorney': 'Power of attorney shown to the witness',
  },
};

function named(name: string, title: string): string {
  return title === '' ? name : `${name}, ${title},`;
}
