namespace OpenTrading.Kernel.Live;

/// <summary>Hides most of a login.</summary>
internal static class MaskedLogin
{
    /// <summary>The first two and the last two of its characters, and the server.</summary>
    public static string Of(string account)
    {
        int at = account.IndexOf('@', StringComparison.Ordinal);
        (string login, string server) = at < 0 ? (account, "") : (account[..at], account[at..]);
        return login.Length <= 4 ? $"***{server}" : $"{login[..2]}***{login[^2..]}{server}";
    }
}
