using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Kernel.Paper;

/// <summary>Which account a caller asks about.</summary>
public enum AccountName
{
    /// <summary>The simulated account.</summary>
    Paper,

    /// <summary>The account of a terminal.</summary>
    Live,
}

/// <summary>What there is behind an <see cref="AccountName"/>.</summary>
internal static class AccountNames
{
    /// <summary>Refuses an account that is not there.</summary>
    /// <exception cref="CapabilityException">It is the live one, and no terminal is connected.</exception>
    public static void RequireConnected(this AccountName account)
    {
        if (account == AccountName.Live)
        {
            throw new CapabilityException(ErrorCode.NotConnected, "No terminal is connected, so there is no live account", "Ask for account=paper, or connect a terminal.");
        }
    }
}
