namespace OpenTrading.Host.Security;

/// <summary>A human who answers for the account, as it is kept.</summary>
/// <param name="Name">Who.</param>
/// <param name="Passphrase">What is kept of the passphrase.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="TotpKey">Key of the one-time codes, base64; null when the operator has none. It must be readable to check a code, so the file's mode guards it.</param>
/// <param name="TotpStep">Step of the last code that was accepted.</param>
internal sealed record OperatorAccount(string Name, PassphraseHash Passphrase, DateTimeOffset CreatedAt, string? TotpKey = null, long TotpStep = 0);
