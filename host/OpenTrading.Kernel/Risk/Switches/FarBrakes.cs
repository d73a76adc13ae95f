using OpenTrading.Kernel.Live;
using OpenTrading.Sdk.Brokers;

namespace OpenTrading.Kernel.Risk.Switches;

/// <summary>The brakes that brokers' sides hold by themselves: they are pulled with the host's, and let go with it.</summary>
internal static class FarBrakes
{
    /// <summary>Pulls the brake of an account where it is looser than the host's.</summary>
    /// <param name="kill">The host's.</param>
    /// <param name="account">The account.</param>
    public static void Pull(KillSwitch kill, SwitchedAccount account)
    {
        if (account.Link is not { } link || link.Health is not { IsConnected: true } health || health.LatchLevel >= kill.Level)
        {
            return;
        }

        // Within the account's turn as letting go is: what was let go meanwhile is not pulled again afterwards.
        account.Turn.Do(() =>
        {
            if (kill is { IsLettingGo: false, Level: > 0 and var level })
            {
                _ = PullAsync(link, level, kill.Record);
            }
        });
    }

    /// <summary>Lets go the brakes of accounts.</summary>
    /// <param name="accounts">The accounts.</param>
    /// <param name="record">Number of the journal's record of it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>What did not let go, and what to do, in words.</returns>
    public static async Task<IReadOnlyList<string>> ReleaseAsync(IEnumerable<SwitchedAccount> accounts, long record, CancellationToken cancellationToken)
    {
        List<string> held = [];
        foreach (SwitchedAccount account in accounts)
        {
            if (account.Link is not { } link)
            {
                continue;
            }

            string who = MaskedLogin.Of(account.Login);
            try
            {
                if (!link.Health.IsConnected)
                {
                    throw new IOException("its terminal is not connected; re-arm again when it is");
                }

                await account.Turn.Do(() => link.RearmAsync(record, cancellationToken).AsTask()).ConfigureAwait(false);
            }
            catch (Exception e) when (e is IOException or TimeoutException)
            {
                if (link.Health.LatchLevel > 0 || !link.Health.IsConnected)
                {
                    held.Add($"{who} may hold entries back by itself still: {e.Message.TrimEnd('.')}.");
                }
            }
        }

        return held;
    }

    private static async Task PullAsync(IBrokerLink link, int level, long record)
    {
        try
        {
            await link.LatchAsync(level, record, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or TimeoutException)
        {
            // It is told again at the next look.
        }
    }
}
