import { FactText, PracticePhone } from '../components/phone-number.tsx';
import { backupPeriod, tombstonePeriod } from '../content/backups.ts';
import { questionNames, questions } from '../content/questions.ts';
import { units } from '../london-time.ts';
import { practiceName, usePractice } from '../practice.ts';
import { PlainPage, type VisitorPageProps } from './plain-page.tsx';

const asked = new Intl.ListFormat('en-GB').format(questionNames.map((name) => questions[name].inNotice));

interface PrivacyPageProps extends VisitorPageProps {
  /** Of a site that is shut no page is for search engines. */
  isShut?: boolean;
}

/** The privacy notice for enquiries: UK GDPR Articles 13 and 9, PECR, and the complaints duty of June 2026. */
export function PrivacyPage({ attribution, address, isShut = false }: PrivacyPageProps) {
  const { facts } = usePractice();
  const listing = {
    address,
    description: `What ${practiceName(facts)} does with what you send through this site, and your rights over it.`,
  };
  return (
    <PlainPage title="Privacy" attribution={attribution} listing={isShut ? undefined : listing}>
      <PrivacyNotice />
    </PlainPage>
  );
}

/** The words of the notice: what an enquiry keeps a version of. */
export function PrivacyNotice() {
  const { facts, settings } = usePractice();
  const { acknowledges, retention } = settings;
  return (
    <>
      <h1>Privacy</h1>
      <p>
        This page is about the enquiries that people send through this site. It is short so that you can read
        it.
      </p>

      <h2>Who answers for it</h2>
      <p>
        {practiceName(facts)}: <FactText name="controller" />. ICO registration: <FactText name="icoNumber" />
        . Call <PracticePhone /> or write to <FactText name="email" />.
      </p>

      <h2>What is kept, and why</h2>
      <p>
        What you type or tick in the form: {asked}. I use it to reply to you about a consultation. You do not
        have to send it; without it I cannot reply. Asking about back pain says something about your health,
        so I ask for your explicit consent.
      </p>
      <p>
        The site also keeps a reference, when you wrote, how far we have got, my notes about our contact, the
        words you were shown and agreed to, and the codes of the advert you came from. Those codes name an
        advert, not you, and show me which adverts bring enquiries. Codes made from your email address and
        phone number show me whether you asked before. If you call instead, I may write your enquiry down
        here.
      </p>
      <p>
        When you send, or try a link to an enquiry, your internet address is turned into a code, to stop
        floods of messages and guessing. It is not kept with your enquiry. A technical log holds your
        reference, never your words.
      </p>
      <p>
        The site looks for signs that a robot wrote: links, a hidden box that was filled in, a form that did
        not come from a browser, very many messages in a short time, or long words that somebody else has
        sent. For the last it keeps codes made from a long message and the name, which do not lead back to
        your words. Nobody is turned away for this. I look at those enquiries myself.
      </p>

      <h2>What the law calls it</h2>
      <p>
        The lawful basis is your consent (UK GDPR Article 6(1)(a)). For what your enquiry says about your
        health it is your explicit consent (Article 9(2)(a)).
      </p>

      <h2>Nothing on your device</h2>
      <p>
        This site sets no cookies, keeps no data of its own on your phone or computer, and loads nothing from
        anyone else. If an advert brought you here, its company knows that you tapped it. This site tells it
        nothing more.
      </p>

      <h2>Who else handles it</h2>
      <p>
        Cloudflare runs the computers this site and its database are on. It acts on my instructions, under a
        contract. It is an American company with computers in many countries, so your enquiry may be handled
        outside the UK, under <FactText name="transferSafeguard" />. Ask me for a copy. What you type is
        encrypted before it is stored there.
      </p>
      <p>
        {acknowledges &&
          'If you give an email address, a short email tells you that I have your enquiry. A code made from the address is kept for two days, so that you get one a day at most. '}
        An email tells me your reference, the time, whether it looks like a robot’s and whether you corrected
        it. It tells me nothing else. I can download enquiries to my own computer, also by a program of mine;
        the site keeps a list of those files and of which enquiries are in them. My reply goes through my
        email or phone company. Your enquiry is never sold, and never sent to an advertising company.
      </p>

      <h2>How long</h2>
      <p>
        An enquiry that comes to nothing is deleted by itself {units(retention.months, 'month')} after
        anything was last done with it, by me or by you. If you come to see me, it is deleted when my own
        records have what they need, or {units(retention.attendedMonths, 'month')} after anything was last
        done with it. What looks like a robot’s is deleted after {units(retention.reviewDays, 'day')} at the
        earliest. I may keep one longer for a good reason, which I write down. If you become a patient, your
        treatment notes are kept apart from this site.
      </p>
      <p>
        When an enquiry is deleted, a count of it stays, without you. For {tombstonePeriod} a code stays too,
        with the day and the reason, so that an old copy does not bring it back. It does not lead to you or to
        your reference. Files that I downloaded and copies of the database are on my own devices. I keep no
        copy of the database for longer than {backupPeriod}. The site asks me to delete the files that held
        you, until I say that I have. If you asked for it to be deleted, it asks me about those copies too. If
        you were in a file, your reference stays until my next file has said that you are gone, {backupPeriod}
        at most. Cloudflare can bring back its database for 30 more days.
      </p>

      <h2>Your rights</h2>
      <p>You can ask me to:</p>
      <ul>
        <li>show you what I hold, or give you a copy to take elsewhere</li>
        <li>correct it</li>
        <li>delete it, or stop using it</li>
      </ul>
      <p>
        The link you were given when you sent your enquiry lets you do this yourself: see it, correct it, take
        back your consent, or erase it. Or call or write, and give your reference if you have it. You can take
        back your consent at any time. It costs nothing. What was done before you took it back stays lawful.
        No computer makes decisions about you here.
      </p>

      <h2>If you are unhappy</h2>
      <p>
        Please tell me first, in any way you like. I will confirm within 30 days that I have your complaint,
        look into it without delay, and tell you the outcome. You can also complain to the Information
        Commissioner’s Office at <a href="https://ico.org.uk/make-a-complaint/">ico.org.uk</a> or on{' '}
        <a href="tel:03031231113">0303 123 1113</a>.
      </p>
    </>
  );
}
