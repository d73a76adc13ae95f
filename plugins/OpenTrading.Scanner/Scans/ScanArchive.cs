using System.Text.Json;
using OpenTrading.Scanner.Opportunities;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Plugins;

namespace OpenTrading.Scanner.Scans;

/// <summary>The scans of the past, in the plugin's own file: a key each. The oldest go when there are too many.</summary>
/// <param name="context">Whose file.</param>
/// <threadsafety>Safe from any thread.</threadsafety>
internal sealed class ScanArchive(IPluginContext context)
{
    /// <summary>Most scans that are kept.</summary>
    public const int MostScans = 500;

    /// <summary>Most opportunities that are kept, of all scans together.</summary>
    public const int MostOpportunities = 2000;

    private const string Prefix = "scn_";

    private readonly Lock _turn = new();
    private List<KeptScan>? _scans;

    /// <summary>The scans, oldest first.</summary>
    /// <exception cref="Sdk.Data.DataException">The file cannot be read.</exception>
    public IReadOnlyList<KeptScan> All
    {
        get
        {
            lock (_turn)
            {
                return [.. Scans];
            }
        }
    }

    // Names sort by time.
    private List<KeptScan> Scans => _scans ??= [.. context.State.Keys.Where(k => k.StartsWith(Prefix, StringComparison.Ordinal)).Select(k => context.State.Get(k)).OfType<string>().Select(Read).OfType<KeptScan>()];

    /// <summary>Keeps a scan; on disk when this returns.</summary>
    /// <param name="now">UTC market time.</param>
    /// <param name="preset">What counted.</param>
    /// <param name="found">What it found, the best first.</param>
    /// <exception cref="Sdk.Data.DataException">The file cannot be written; nothing is kept.</exception>
    public KeptScan Keep(DateTime now, string preset, IEnumerable<FoundOpportunity> found)
    {
        lock (_turn)
        {
            List<KeptScan> scans = Scans;
            var time = new DateTimeOffset(now);
            string id = Ulid.New(Prefix, time);
            if (scans is [.., { } last] && string.CompareOrdinal(id, last.ScanId) <= 0)
            {
                // Two of one millisecond, or market time that was set back: the order of the names stays that of the scans.
                id = Ulid.New(Prefix, new DateTimeOffset(scans.Max(s => s.Time)).AddMilliseconds(1));
            }

            var scan = new KeptScan(id, now, preset, [.. found.Select(f => new KeptOpportunity(f.Opportunity, f.Timeframe, f.BarTime))]);
            List<KeptScan> next = [.. scans, scan];
            int gone = 0;
            int opportunities = next.Sum(s => s.Opportunities.Count);
            while (gone < next.Count - 1 && (next.Count - gone > MostScans || opportunities > MostOpportunities))
            {
                opportunities -= next[gone++].Opportunities.Count;
            }

            var change = next.Take(gone).ToDictionary(s => s.ScanId, _ => (string?)null);
            change[id] = JsonSerializer.Serialize(scan, KeptScanJson.Default.KeptScan);
            context.State.Set(change);
            _scans = [.. next.Skip(gone)];
            return scan;
        }
    }

    // A later version may have kept what this one cannot read; it is not lost for that one.
    private static KeptScan? Read(string text)
    {
        try
        {
            return JsonSerializer.Deserialize(text, KeptScanJson.Default.KeptScan);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
