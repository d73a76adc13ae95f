using System.Text.Json;
using OpenTrading.Host.Home;
using OpenTrading.Kernel.Storage;

namespace OpenTrading.Host.Faces.Rest;

/// <summary>Tells commands of this machine where the running host answers: <c>state/rest.json</c>, gone with the face.</summary>
/// <param name="Url">Where to connect to.</param>
/// <param name="Host">What to call the host: a name that it admits.</param>
internal sealed record RestAddress(Uri Url, string Host)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <summary>Writes the file.</summary>
    /// <returns>Removes it again.</returns>
    public static IDisposable Publish(HomeFolder home, Uri bound, string[] allowedHosts)
    {
        // Whoever listens everywhere listens on loopback too.
        string url = bound.Host is "0.0.0.0" or "[::]" ? $"{bound.Scheme}://{(bound.Host == "[::]" ? "[::1]" : "127.0.0.1")}:{bound.Port}" : bound.GetLeftPart(UriPartial.Authority);
        string own = new Uri(url).Host;
        string name = allowedHosts.Contains(own) ? own : allowedHosts.FirstOrDefault(own)!;
        var address = new RestAddress(new Uri(url), name.LastIndexOf(':') > name.LastIndexOf(']') ? name : $"{name}:{bound.Port}");
        AtomicFile.Write(FileOf(home), JsonSerializer.SerializeToUtf8Bytes(address, Options));
        return new Removal(FileOf(home));
    }

    /// <summary>Where the host of a home answers; null when none says so.</summary>
    public static RestAddress? Read(HomeFolder home)
    {
        try
        {
            return JsonSerializer.Deserialize<RestAddress>(File.ReadAllBytes(FileOf(home)), Options);
        }
        catch (Exception e) when (e is IOException or JsonException)
        {
            return null;
        }
    }

    private static string FileOf(HomeFolder home) => Path.Combine(home.State, "rest.json");

    private sealed class Removal(string file) : IDisposable
    {
        public void Dispose() => File.Delete(file);
    }
}
