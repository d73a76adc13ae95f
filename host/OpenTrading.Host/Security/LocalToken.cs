using OpenTrading.Host.Home;
using OpenTrading.Kernel.Storage;

namespace OpenTrading.Host.Security;

/// <summary>
/// The token by which commands of the same user reach the running host: made at every start, in <c>state/local.token</c>, gone with the host.
/// Whoever can read that file could as well open the home.
/// </summary>
internal sealed class LocalToken : IDisposable
{
    private readonly string _file;
    private readonly string _digest;

    private LocalToken(string file, string digest) => (_file, _digest) = (file, digest);

    /// <summary>Makes the token of this run.</summary>
    public static LocalToken Publish(HomeFolder home)
    {
        string secret = SecretDigest.NewSecret(TokenStore.Prefix);
        string file = FileOf(home);
        AtomicFile.WritePrivate(file, System.Text.Encoding.ASCII.GetBytes(secret));
        return new LocalToken(file, SecretDigest.Of(secret));
    }

    /// <summary>The token of the host that runs in a home; null when none does.</summary>
    public static string? Read(HomeFolder home)
    {
        try
        {
            return File.ReadAllText(FileOf(home)).Trim();
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>Whether a secret is this token.</summary>
    public bool Matches(string secret) => SecretDigest.AreEqual(_digest, SecretDigest.Of(secret));

    public void Dispose() => File.Delete(_file);

    private static string FileOf(HomeFolder home) => Path.Combine(home.State, "local.token");
}
