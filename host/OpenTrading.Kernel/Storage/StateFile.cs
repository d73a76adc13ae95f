using System.Text.Json;
using OpenTrading.Sdk.Data;

namespace OpenTrading.Kernel.Storage;

/// <summary>A small file of JSON that is read whole and replaced whole.</summary>
/// <typeparam name="T">What it holds.</typeparam>
/// <param name="path">The file; its folder is made when something is written.</param>
/// <param name="subject">What it holds, for messages: <c>the watchlists</c>.</param>
public sealed class StateFile<T>(string path, string subject)
    where T : class
{
    /// <summary>What it holds; null when there is no file.</summary>
    /// <exception cref="DataException">It cannot be read.</exception>
    public T? Read()
    {
        try
        {
            return File.Exists(path) ? JsonSerializer.Deserialize<T>(File.ReadAllBytes(path)) ?? throw new JsonException("it holds nothing") : null;
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new DataException(Path.GetFileName(path), $"{subject} cannot be read", "Mend the file in the state folder, or move it away.", e);
        }
    }

    /// <summary>Puts a content in the place of what it held; on disk when this returns.</summary>
    /// <exception cref="DataException">It cannot be written and holds what it held.</exception>
    public void Write(T content)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            AtomicFile.Write(path, JsonSerializer.SerializeToUtf8Bytes(content));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DataException(Path.GetFileName(path), $"{subject} cannot be written, they are as before", "Free space or mend the state folder.", e);
        }
    }
}
