using System.Text.Json;
using OpenTrading.Host.Home;
using OpenTrading.Kernel.Storage;

namespace OpenTrading.Host.Faces.Http;

/// <summary>How programs of this machine reach a face that listens: REST's stands in <c>state/rest.json</c>, gone with the face.</summary>
/// <param name="Url">Where to connect to.</param>
/// <param name="Host">What to call the host: a name that it admits.</param>
internal sealed record LocalAddress(Uri Url, string Host)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <summary>The address of a face.</summary>
    /// <param name="bound">Where it listens.</param>
    /// <param name="allowedHosts">The names that it admits.</param>
    public static LocalAddress Of(Uri bound, string[] allowedHosts)
    {
        // Whoever listens everywhere listens on loopback too.
        string url = bound.Host is "0.0.0.0" or "[::]" ? $"{bound.Scheme}://{(bound.Host == "[::]" ? "[::1]" : "127.0.0.1")}:{bound.Port}" : bound.GetLeftPart(UriPartial.Authority);
        string own = new Uri(url).Host;
        string name = allowedHosts.Contains(own) ? own : allowedHosts.FirstOrDefault(own)!;
        return new LocalAddress(new Uri(url), name.LastIndexOf(':') > name.LastIndexOf(']') ? name : $"{name}:{bound.Port}");
    }

    /// <summary>Reads an address from a line of JSON; null when it is none.</summary>
    public static LocalAddress? Parse(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize<LocalAddress>(json, Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Where the REST face of a home's host answers; null when none says so.</summary>
    public static LocalAddress? ReadRest(HomeFolder home)
    {
        try
        {
            return Parse(File.ReadAllBytes(FileOf(home)));
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>Writes the file of the REST face.</summary>
    /// <returns>Removes it again.</returns>
    public IDisposable PublishRest(HomeFolder home)
    {
        AtomicFile.Write(FileOf(home), JsonSerializer.SerializeToUtf8Bytes(this, Options));
        return new Removal(FileOf(home));
    }

    /// <summary>The address as a line of JSON.</summary>
    public override string ToString() => JsonSerializer.Serialize(this, Options);

    private static string FileOf(HomeFolder home) => Path.Combine(home.State, "rest.json");

    private sealed class Removal(string file) : IDisposable
    {
        public void Dispose() => File.Delete(file);
    }
}
