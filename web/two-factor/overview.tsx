import { useAccount } from '../api/account.ts';
import { Moment } from '../components/moment.tsx';
import { texts } from '../texts/index.ts';
import { TwoFactorMark } from './two-factor-mark.tsx';

const { twoFactor } = texts;

type Props = { isBusy: boolean; onBegin(): void; onShow(): void; onRegenerate(): void; onDisable(): void };

/** Whether 2FA is on, since when, and what can be done. */
export const Overview = ({ isBusy, onBegin, onShow, onRegenerate, onDisable }: Props) => {
  const { account } = useAccount();
  const { status, enabledAt } = account.twoFactor;
  if (status === 'disabled') {
    return (
      <>
        <p>
          <TwoFactorMark isOn={false} />
        </p>
        <p>{twoFactor.why}</p>
        <div class="actions" aria-busy={isBusy}>
          <button type="button" onClick={onBegin}>
            {twoFactor.enable}
          </button>
        </div>
      </>
    );
  }
  const others: [text: string, act: () => void][] = [
    [twoFactor.regenerate, onRegenerate],
    [twoFactor.replace, onBegin],
    [twoFactor.disable, onDisable],
  ];
  return (
    <>
      <p>
        <TwoFactorMark isOn />{' '}
        {enabledAt && (
          <>
            {twoFactor.since} <Moment at={enabledAt} />
          </>
        )}
      </p>
      <div class="actions" aria-busy={isBusy}>
        <button type="button" onClick={onShow}>
          {twoFactor.show}
        </button>
        {others.map(([text, act]) => (
          <button type="button" class="secondary" onClick={act} key={text}>
            {text}
          </button>
        ))}
      </div>
    </>
  );
};
