using System.Text.Json;
using System.Text.Json.Serialization;
using OpenTrading.Host.Home;
using OpenTrading.Kernel.Storage;

namespace OpenTrading.Host.Security;

/// <summary>A list of credentials in a file that its owner alone can read, replaced whole.</summary>
internal sealed class KeyFile<T>(string path)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>What the file holds; nothing when it is not there.</summary>
    /// <exception cref="HomeException">It holds something else. Its content is not told: it may be a secret.</exception>
    public IReadOnlyList<T> Read()
    {
        try
        {
            return JsonSerializer.Deserialize<T[]>(File.ReadAllBytes(path), Options) ?? throw new JsonException();
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return [];
        }
        catch (JsonException)
        {
            throw new HomeException($"{path}: the file is damaged; put a copy of it back, or remove it and make its credentials anew.");
        }
    }

    /// <summary>Replaces the file.</summary>
    public void Write(IReadOnlyList<T> entries) => AtomicFile.WritePrivate(path, JsonSerializer.SerializeToUtf8Bytes(entries, Options));
}
