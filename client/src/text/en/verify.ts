/** The public page that checks a sealed notice: read by debtors, banks and courts, who know nothing of this app. */
export const enVerify = {
  'verify.title': 'Check a notice',
  'verify.lead': 'Find out whether a notice is genuine, unchanged and the one that was shown. No account is needed.',
  'verify.languages': 'Language of this page',

  'verify.drop.title': 'Drop the PDF here',
  'verify.drop.choose': 'Choose a file',
  'verify.drop.other': 'Check another file',
  'verify.drop.hint': 'Or paste it. One PDF, up to {megabytes} MB.',
  'verify.drop.release': 'Let go to check it',
  'verify.private.title': 'The file stays on this device',
  'verify.private.text':
    'It is read here, in this browser, and is not uploaded. Only its fingerprint (SHA-256) is looked up in the register, and the file cannot be made from it.',
  'verify.reading': 'Checking {name}',

  'verify.refused.title': 'This could not be checked',
  'verify.refused.several': 'Several files were given. Please check them one at a time.',
  'verify.refused.folder': 'This is a folder. Open it and choose the PDF inside.',
  'verify.refused.none': 'No file was in what you dropped. Save the PDF on this device first, then choose it.',
  'verify.refused.empty': 'The file is empty. It may not have been downloaded to the end: fetch it again.',
  'verify.refused.large':
    'The file is larger than {megabytes} MB. A sealed notice is far smaller; check that you have the right file.',
  'verify.refused.picture':
    'This is a picture. The seal is inside the original PDF and cannot be seen in a photo or a scan. Ask the sender for the PDF.',
  'verify.refused.not-pdf': 'This is not a PDF. Choose the file exactly as you received it.',
  'verify.refused.locked':
    'This PDF is locked with a password. A sealed notice never is: ask the sender for the original file.',
  'verify.refused.unreadable':
    'The device did not let this page read the file. Copy it to another folder and choose it again.',
  'verify.refused.checker':
    'The part of this page that checks files could not be loaded. Connect to the network, reload the page and choose the file again.',

  'verify.green.title': 'Genuine and unchanged',
  'verify.green.text':
    'This is, byte for byte, the file that was sealed. The record of the handing over inside it holds.',
  'verify.amber.title': 'Unchanged, but read this first',
  'verify.amber.text': 'The seal and the record inside hold. Something about this file needs your attention.',
  'verify.red.title': 'Do not rely on this file',
  'verify.red.text': 'It did not pass the check. It proves nothing as it is.',
  'verify.presented.title': 'Genuine text, but not the sealed paper',
  'verify.presented.text':
    'This is the notice as it was shown on the tablet. The seal and the proof of receipt are not in this file.',

  'verify.know.unknown':
    'This register does not know the file. It may have been sealed by another installation: ask the sender where it is registered.',
  'verify.know.unreachable':
    'We could not ask the register, so nobody has confirmed the file yet. The seal itself was checked here. Try again with a connection.',
  'verify.know.too-many':
    'We could not ask the register: too many questions came from your network. Try again in a minute.',
  'verify.know.roots':
    'We could not fetch whose seals are trusted here, so the seal is whole but its owner is not confirmed. Try again with a connection.',
  'verify.know.newer':
    'A newer copy of this paper exists, with an independent time stamp. Ask the sender for it if the time matters.',
  'verify.know.superseded':
    'Since then another notice took its place, or its bank account is no longer in force. Before you pay, ask for a renewed notice.',
  'verify.know.review': 'A person is still looking at this notice. Do not act on it until that is done.',
  'verify.know.expired':
    'The certificate of the seal has run out since. The register confirms that this is the very file that was sealed.',

  'verify.why.not-pdf': 'The file does not begin like a PDF of ours.',
  'verify.why.unsealed':
    'There is no seal in this file. It may be a copy that was printed to PDF, or was never sealed.',
  'verify.why.several-seals': 'There is more than one signature: the file was changed after it was sealed.',
  'verify.why.range': 'The seal does not say what it covers in the way our seals do.',
  'verify.why.added':
    'The seal does not cover the whole file: something was added after sealing, or the end is missing.',
  'verify.why.seal-form': 'The seal is damaged, or was not made by this product.',
  'verify.why.changed': 'The content was changed after it was sealed.',
  'verify.why.forged': 'The seal was not made with the key it names.',
  'verify.why.untrusted': 'The seal was made by somebody this installation does not trust.',
  'verify.why.expired': 'The certificate of the seal was not in force at the time.',
  'verify.why.purpose': 'The certificate of the seal was not issued for sealing documents.',
  'verify.why.stamp': 'The time stamp in the file does not hold.',
  'verify.why.structure': 'The file is not built the way a sealed notice is, so a reader could show something else.',
  'verify.why.attachments': 'What must be attached to a sealed notice is missing, or something else is attached.',
  'verify.why.evidence-edited': 'The record of the handing over is not written the way it was recorded: it was edited.',
  'verify.why.event-edited': 'A step in the record of the handing over was edited.',
  'verify.why.event-missing': 'Steps in the record of the handing over are missing, doubled or out of order.',
  'verify.why.not-the-device': 'A step in the record was not signed by the key of the tablet it names.',
  'verify.why.cut-short': 'The end of the record of the handing over is missing.',
  'verify.why.grammar': 'The steps in the record do not add up to the outcome it claims.',
  'verify.why.presented': 'The notice attached is not the one that was shown on the tablet.',
  'verify.why.consent': 'The consent attached is not the one that was given.',
  'verify.why.other': 'One of the checks did not hold.',

  'verify.next.title': 'What to do',
  'verify.next.original': 'Ask the sender for the original file, as it was first saved.',
  'verify.next.call': 'Call a number you already know, never one from this file.',
  'verify.next.do-not-pay': 'Do not change where you pay because of this file.',
  'verify.next.sealed-copy': 'Ask the sender for the sealed PDF, or open the QR code you were shown.',

  'verify.proven.title': 'What this proves',
  'verify.proven.unchanged': 'Not one byte has changed since {time}.',
  'verify.proven.unchangedSince': 'Not one byte has changed since the file was sealed.',
  'verify.proven.text': 'The notice that was shown on the tablet is the one inside this file.',
  'verify.proven.device':
    '{count, plural, one {The # recorded step} other {Each of the # recorded steps}} was signed on the tablet with its own key ({key}).',
  'verify.proven.registered': 'The register of {host} knows this file.',
  'verify.proven.outcome.acknowledged': 'Outcome recorded: receipt was acknowledged.',
  'verify.proven.outcome.with-exceptions': 'Outcome recorded: receipt was acknowledged, with objections.',
  'verify.proven.outcome.received-only': 'Outcome recorded: it was taken over without a signature.',
  'verify.proven.outcome.refused': 'Outcome recorded: it was handed over and signing was refused.',
  'verify.proven.outcome.wrong-person': 'Outcome recorded: the person met was not the right one.',
  'verify.proven.outcome.absent': 'Outcome recorded: nobody was met.',
  'verify.open.title': 'What it does not prove',
  'verify.open.hand': 'Who held the pen: the witness named in the file can testify to that.',
  'verify.open.debt': 'Whether the debt exists and the amounts are right.',
  'verify.open.account': 'Whether the bank account is still right on the day you pay: call a number you already know.',
  'verify.open.stamp': 'The exact time independently: no outside authority has stamped it yet.',

  'verify.code.came':
    'You came with the code {code}. Choose the PDF you received: this page says whether it is that notice.',
  'verify.code.title': 'Is it your paper?',
  'verify.code.label': 'Code at the foot of the paper',
  'verify.code.hint': '8 characters, digits and letters a to f. It stays on this page.',
  'verify.code.same': 'The same code. The paper in your hand is of this notice.',
  'verify.code.other': 'Another code. The paper in your hand is not of this notice.',
  'verify.code.shape': 'The code has 8 characters, digits and letters a to f.',

  'verify.details.title': 'Every check and number',
  'verify.details.file': 'File',
  'verify.details.sha256': 'Fingerprint of this file (SHA-256)',
  'verify.details.presented': 'Fingerprint of the notice shown',
  'verify.details.head': 'Fingerprint of the last recorded step',
  'verify.details.device': 'Key of the tablet',
  'verify.details.code': 'Code on the paper',
  'verify.details.sealedBy': 'Sealed by',
  'verify.details.level': 'Seal',
  'verify.details.level.B-B': 'without a time stamp (PAdES B-B)',
  'verify.details.level.B-T': 'with a time stamp (PAdES B-T)',
  'verify.details.certificate': 'Certificate of the seal until',
  'verify.details.times': 'Times',
  'verify.details.deviceSaid': 'Device said',
  'verify.details.notBefore': 'Not before',
  'verify.details.notBeforeHint': 'the last word of the server the tablet had',
  'verify.details.notAfter': 'Not after',
  'verify.details.notAfterStamp': 'time stamp of an outside authority',
  'verify.details.notAfterRegister': 'arrival at the server',
  'verify.details.sealedAt': 'Sealed',
  'verify.details.noTime': 'not known',
  'verify.details.checks': 'Checks',
  'verify.details.passed': 'holds',
  'verify.details.failed': 'does not hold',
  'verify.details.copy': 'Copy',
  'verify.details.copied': 'Copied',
  'verify.details.copyByHand': 'Select and copy by hand',

  'verify.check.file': 'The file is a PDF with one seal over all of it',
  'verify.check.seal': 'The seal is whole and fits the content',
  'verify.check.trust': 'The owner of the seal is trusted here',
  'verify.check.stamp': 'The time stamp holds',
  'verify.check.structure': 'Every reader sees the same seal and attachments',
  'verify.check.evidence': 'The record is written exactly as it was recorded',
  'verify.check.chain': 'No step is missing, moved or edited; each is signed by the tablet',
  'verify.check.grammar': 'The steps add up to the outcome',
  'verify.check.presented': 'The notice attached is the one that was shown',
  'verify.check.consent': 'The consent attached is the one that was given',

  'verify.qr.asking': 'Asking the register',
  'verify.qr.unknown.title': 'Not in the register yet',
  'verify.qr.unknown.text':
    'Either the tablet has not reached the server yet, which can take hours, or days where there is no signal; or this is not a code of ours. Nothing is proven until it stands here.',
  'verify.qr.silent.title': 'We could not ask the register',
  'verify.qr.silent.text': 'There is no answer. Keep this page open: it asks again by itself.',
  'verify.qr.received.title': 'Arrived, being checked',
  'verify.qr.received.text':
    'The record of the tablet has arrived. It is checked and sealed by itself, usually within minutes.',
  'verify.qr.review.title': 'A person is looking at it',
  'verify.qr.review.text':
    'The record has arrived, and one of its checks needs a person. Nothing is proven until that is done. If you have a question, call a number you already know.',
  'verify.qr.aside.title': 'This record was set aside',
  'verify.qr.aside.text':
    'A person has looked at it and it was not accepted as proof. Ask the sender for a new notice.',
  'verify.qr.sealed.title': 'Checked and sealed',
  'verify.qr.sealed.text': 'What the tablet recorded was checked by the server and sealed.',
  'verify.qr.superseded.title': 'Sealed, but ask before you pay',
  'verify.qr.retry': 'Ask again now',
  'verify.qr.again': 'Asks again by itself.',
  'verify.qr.copy': 'Fetch and check my copy',
  'verify.qr.copyAgain': 'Fetch my copy again',
  'verify.qr.copyFailed': 'The copy did not arrive. Check the connection and try again.',
  'verify.qr.fetching': 'Fetching the copy',
  'verify.qr.save': 'Save the PDF',
  'verify.qr.facts': 'From the register',
  'verify.qr.outcome': 'Outcome',
  'verify.qr.signedOn': 'Day, by the tablet',
  'verify.qr.receivedAt': 'Arrived',
  'verify.qr.sealedAt': 'Sealed',
  'verify.qr.stampedAt': 'Time stamp',
  'verify.qr.code': 'Code on the paper',
  'verify.qr.garbled':
    'The address of this page holds a code that is not complete. Scan the QR code again, or check the PDF itself below.',
  'verify.qr.orFile': 'Or check a file you have',

  'verify.outcome.acknowledged': 'Receipt acknowledged',
  'verify.outcome.with-exceptions': 'Receipt acknowledged, with objections',
  'verify.outcome.received-only': 'Taken over without a signature',
  'verify.outcome.refused': 'Handed over, signing refused',
  'verify.outcome.wrong-person': 'Not the right person',
  'verify.outcome.absent': 'Nobody was met',

  'verify.foot': 'Checked in this browser by Cession. This page keeps nothing: no cookies, no account.',
} as const;
