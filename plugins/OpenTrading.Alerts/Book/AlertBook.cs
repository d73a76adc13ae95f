using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Plugins;

namespace OpenTrading.Alerts.Book;

/// <summary>All alerts, in memory and in the plugin's file, which grows by a line for each change and is written anew when most of it is past.</summary>
/// <param name="context">Whose file.</param>
/// <param name="mostActive">Most that may wait.</param>
/// <threadsafety>Not safe: who holds it sees to that.</threadsafety>
internal sealed class AlertBook(IPluginContext context, int mostActive)
{
    /// <summary>Most alerts that are kept after their end; the oldest go.</summary>
    public const int MostEnded = 1000;

    private const string File = "alerts";
    private const int SpareLines = 1000;

    private readonly Dictionary<string, Alert> _active = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Alert> _ended = new(StringComparer.Ordinal);
    private readonly Queue<string> _endings = new();
    private int _lines;

    /// <summary>Those that wait.</summary>
    public IReadOnlyCollection<Alert> Active => _active.Values;

    /// <summary>Those that wait no more.</summary>
    public IReadOnlyCollection<Alert> Ended => _ended.Values;

    /// <summary>How many more the file holds than may wait: they stay there, and nobody watches for them.</summary>
    public int Omitted { get; private set; }

    /// <summary>Brings the alerts back: of more than may wait, those that were made first.</summary>
    /// <exception cref="Sdk.Data.DataException">The file cannot be read.</exception>
    public void Open()
    {
        IReadOnlyList<string> lines = context.Records.Read(File);
        _lines = lines.Count;
        HashSet<string> beyond = new(StringComparer.Ordinal);
        foreach (AlertRecord record in Records(lines))
        {
            if (record.Alert is { Ended: null } waits && !_active.ContainsKey(waits.AlertId) && _active.Count >= mostActive)
            {
                beyond.Add(waits.AlertId);
            }
            else if (record.Alert is { } alert)
            {
                beyond.Remove(alert.AlertId);
                Put(alert);
            }
            else if (record.Deleted is { } id)
            {
                _ = beyond.Remove(id) || _active.Remove(id) || _ended.Remove(id);
            }
        }

        FillUp(lines, beyond);
        Omitted = beyond.Count;
    }

    /// <summary>What is to be said about those that nobody watches for; empty where there are none.</summary>
    public string OmittedInWords => Omitted == 0 ? "" : FormattableString.Invariant($"; {Omitted} more are kept and not watched, for {mostActive} is the most: raise plugins.alerts.max_active and restart");

    /// <summary>The alert of an id; null when there is none.</summary>
    public Alert? Find(string alertId) => _active.GetValueOrDefault(alertId) ?? _ended.GetValueOrDefault(alertId);

    /// <summary>Refuses one more where there are as many as there may be.</summary>
    /// <exception cref="CapabilityException">LIMIT_EXCEEDED.</exception>
    public void RequireRoom()
    {
        if (_active.Count + Omitted >= mostActive)
        {
            throw new CapabilityException(
                ErrorCode.LimitExceeded, $"{_active.Count} alerts wait{OmittedInWords}; {mostActive} is the most (plugins.alerts.max_active)", "Delete some with delete_alert, or let them expire.");
        }
    }

    /// <summary>Takes an alert as it is now; it is not on disk before it is kept.</summary>
    public void Remember(Alert alert) => Put(alert);

    /// <summary>Keeps alerts as they are now; on disk when this returns.</summary>
    public void Keep(IReadOnlyList<Alert> alerts) => Write([.. alerts.Select(a => new AlertRecord(a, null))], () =>
    {
        foreach (Alert alert in alerts)
        {
            Put(alert);
        }
    });

    /// <summary>Forgets an alert; on disk when this returns.</summary>
    public void Delete(string alertId) => Write([new AlertRecord(null, alertId)], () => _ = _active.Remove(alertId) || _ended.Remove(alertId));

    private void Write(IReadOnlyList<AlertRecord> records, Action change)
    {
        if (records.Count == 0)
        {
            return;
        }

        context.Records.Append(File, [.. records.Select(r => r.Line)]);
        change();
        _lines += records.Count;
        if (Omitted == 0 && _lines > SpareLines + (2 * (_active.Count + _ended.Count)))
        {
            string[] lines = [.. _endings.Where(_ended.ContainsKey).Distinct().Select(id => _ended[id]).Concat(_active.Values).Select(a => new AlertRecord(a, null).Line)];
            context.Records.Replace(File, lines);
            _lines = lines.Length;
        }
    }

    private static IEnumerable<AlertRecord> Records(IReadOnlyList<string> lines) => lines.Select(AlertRecord.Read).OfType<AlertRecord>();

    // Some of those that came first have ended since: their places go to the next ones.
    private void FillUp(IReadOnlyList<string> lines, HashSet<string> beyond)
    {
        if (beyond.Count == 0 || _active.Count >= mostActive)
        {
            return;
        }

        HashSet<string> taken = new(StringComparer.Ordinal);
        foreach (Alert alert in Records(lines).Select(r => r.Alert).OfType<Alert>())
        {
            if (taken.Contains(alert.AlertId) || (beyond.Contains(alert.AlertId) && _active.Count < mostActive && beyond.Remove(alert.AlertId) && taken.Add(alert.AlertId)))
            {
                Put(alert);
            }
        }
    }

    private void Put(Alert alert)
    {
        if (alert.Ended is null)
        {
            _active[alert.AlertId] = alert;
            return;
        }

        _active.Remove(alert.AlertId);
        if (_ended.TryAdd(alert.AlertId, alert))
        {
            _endings.Enqueue(alert.AlertId);
            while (_endings.Count > MostEnded)
            {
                _ended.Remove(_endings.Dequeue());
            }
        }
    }
}
