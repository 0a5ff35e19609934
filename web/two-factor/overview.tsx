import { useAccount } from '../api/account.tsx';
import { Moment } from '../layout/notice.tsx';
import { TwoFactorMark } from '../layout/two-factor-mark.tsx';
import { texts } from '../texts.ts';

const { twoFactor } = texts;

type Props = { isPending: boolean; onEnable(): void; onShow(): void; onRegenerate(): void; onDisable(): void };

/** Whether it is on, since when, and what can be done. */
export const Overview = ({ isPending, onEnable, onShow, onRegenerate, onDisable }: Props) => {
  const { account } = useAccount();
  const { status, enabledAt } = account.twoFactor;
  if (status === 'disabled') {
    return (
      <>
        <p>
          <TwoFactorMark isOn={false} />
        </p>
        <p>{twoFactor.why}</p>
        <div class="actions">
          <button type="button" disabled={isPending} onClick={onEnable}>
            {twoFactor.enable}
          </button>
        </div>
      </>
    );
  }
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
      <div class="actions">
        <button type="button" disabled={isPending} onClick={onShow}>
          {twoFactor.show}
        </button>
        <button type="button" class="secondary" disabled={isPending} onClick={onRegenerate}>
          {twoFactor.regenerate}
        </button>
        <button type="button" class="secondary" disabled={isPending} onClick={onDisable}>
          {twoFactor.disable}
        </button>
      </div>
    </>
  );
};
