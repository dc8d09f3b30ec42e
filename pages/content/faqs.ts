import type { Piece } from './blocks.ts';

interface Faq {
  question: string;
  answer: readonly Piece[];
}

export const faqs: readonly Faq[] = [
  {
    question: 'How many sessions would I need?',
    answer: [{ claim: 'sessions' }, { promise: 'review' }],
  },
  { question: 'How long would it last?', answer: [{ claim: 'howLong' }] },
  { question: 'Does it hurt?', answer: [{ claim: 'hurt' }] },
  {
    question: 'Can I have other treatment as well?',
    answer: [
      'Yes. Keep up exercise, physiotherapy and care from your GP, and tell each of us about the others.',
    ],
  },
  {
    question: 'I have sciatica. Is it for me?',
    answer: [{ claim: 'niceAdvice' }, 'I make no claim for it. Talk to your GP first.'],
  },
  {
    question: 'I am pregnant. May I come?',
    answer: [
      'If you are or might be pregnant, ask your midwife or GP first, and tell me. I make no claim that acupuncture does anything for back pain in pregnancy.',
    ],
  },
  {
    question: 'Can long-lasting back pain be got rid of?',
    answer: [
      'Sometimes it goes, sometimes it comes and goes, and sometimes it stays. Nobody can promise you that it will go.',
    ],
  },
  {
    question: 'Why do you offer it, if NICE says no?',
    answer: [
      'Some people want to try acupuncture all the same, and pay for it themselves. I want them to know all of this first.',
    ],
  },
];
