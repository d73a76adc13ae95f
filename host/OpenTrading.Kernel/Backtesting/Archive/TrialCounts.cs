using System.Text.Json;
using OpenTrading.Kernel.Storage;

namespace OpenTrading.Kernel.Backtesting.Archive;

/// <summary>How many runs were made on the same prices, discarded ones included: the more were tried, the less the best of them is worth.</summary>
/// <threadsafety>Safe from any thread of one process.</threadsafety>
public sealed class TrialCounts
{
    // Prices that nobody tried anything on for so long are forgotten.
    private const int MostHashes = 5000;

    private readonly string _path;
    private readonly Lock _changing = new();
    private readonly Dictionary<string, long> _counts;

    /// <summary>Opens the counts of a file; one that cannot be read begins anew.</summary>
    public TrialCounts(string path)
    {
        _path = path;
        try
        {
            _counts = JsonSerializer.Deserialize<Dictionary<string, long>>(File.ReadAllBytes(path)) ?? [];
        }
        catch (Exception e) when (e is IOException or JsonException)
        {
            _counts = [];
        }
    }

    /// <summary>Runs made on these prices.</summary>
    /// <param name="dataHash">Their fingerprint.</param>
    public long Of(string dataHash)
    {
        lock (_changing)
        {
            return _counts.GetValueOrDefault(dataHash);
        }
    }

    /// <summary>Counts runs.</summary>
    /// <param name="dataHash">Fingerprint of the prices.</param>
    /// <param name="runs">How many.</param>
    public void Add(string dataHash, long runs)
    {
        lock (_changing)
        {
            // Taken out and put in again, it is the youngest.
            long before = _counts.GetValueOrDefault(dataHash);
            _counts.Remove(dataHash);
            while (_counts.Count >= MostHashes)
            {
                _counts.Remove(_counts.Keys.First());
            }

            _counts[dataHash] = before + runs;
            AtomicFile.Write(_path, JsonSerializer.SerializeToUtf8Bytes(_counts));
        }
    }
}
