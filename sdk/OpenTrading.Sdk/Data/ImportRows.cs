using System.Globalization;
using System.Runtime.CompilerServices;

namespace OpenTrading.Sdk.Data;

/// <summary>Takes the rows an importer reads and holds every format to the same rules.</summary>
/// <threadsafety>One thread.</threadsafety>
public abstract class ImportRows
{
    private const int FirstYear = 1800;
    private const int LastYear = 2200;

    // DateTime is no constant: the ticks at which 1800 begins and 2200 ends.
    private const long FirstTick = 567_709_344_000_000_000;
    private const long EndTick = 694_252_512_000_000_000;

    /// <summary>Rejected rows kept word for word; the rest is only counted.</summary>
    public const int ListedRejections = 20;

    /// <summary>Words of a remedy that name the option of an import which leaves bad rows out.</summary>
    public const string SkipRemedy = "leave bad rows out (--skip-bad-rows)";

    private readonly long[] _rejected = new long[Enum.GetValues<RowFault>().Length];
    private readonly List<RejectedRow> _listed = [];

    // Line numbers as runs: (index of the first row, its line minus its index). A file without gaps is one run.
    private readonly List<(int Index, long Offset)> _lines = [];
    private int _decimals;

    private protected ImportRows(string file, ImportOptions options) => (File, Options) = (file, options);

    /// <summary>Name of the file that is read.</summary>
    public string File { get; }

    /// <summary>What was asked for.</summary>
    public ImportOptions Options { get; }

    /// <summary>Rows accepted so far.</summary>
    public int Count { get; private protected set; }

    /// <summary>UTC ticks of the row accepted last; <see cref="long.MinValue"/> before the first.</summary>
    public long LastTime { get; private protected set; } = long.MinValue;

    /// <summary>Digits asked for, else the most decimals seen, at most 8.</summary>
    public int Digits => Options.Digits ?? Math.Min(_decimals, 8);

    /// <summary>Rows left out.</summary>
    public long Rejected => _rejected.Sum();

    /// <summary>Rows left out by reason; reasons that did not occur are absent.</summary>
    public IReadOnlyDictionary<RowFault, long> RejectedByFault =>
        Enum.GetValues<RowFault>().Where(fault => _rejected[(int)fault] > 0).ToDictionary(fault => fault, fault => _rejected[(int)fault]);

    /// <summary>The first <see cref="ListedRejections"/> rows left out.</summary>
    public IReadOnlyList<RejectedRow> FirstRejected => _listed;

    /// <summary>Tells how many decimals a price is printed with.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void SeeDecimals(int decimals) => _decimals = Math.Max(_decimals, decimals);

    /// <summary>Leaves a row out, or stops the import when bad rows are not to be skipped.</summary>
    /// <param name="row">Line of the file, 1 = first line.</param>
    /// <param name="fault">Why.</param>
    /// <param name="value">The offending text or number.</param>
    /// <param name="what">Why in words, with the value; no full stop at the end.</param>
    /// <exception cref="ImportException">Bad rows are not to be skipped.</exception>
    public void Reject(long row, RowFault fault, string value, string what)
    {
        if (!Options.SkipBadRows)
        {
            string mend = fault is RowFault.OutOfOrder ? "Sort the file by time"
                : fault is RowFault.SkippedLocalTime ? "Name the zone the times are in (--timezone)" : "Correct the row";
            throw new ImportException(File, row, value, what, $"{mend}, or {SkipRemedy}.");
        }

        _rejected[(int)fault]++;
        if (_listed.Count < ListedRejections)
        {
            _listed.Add(new RejectedRow(row, fault, what));
        }
    }

    /// <summary>Line of the file that held an accepted row.</summary>
    /// <param name="index">Accepted row, 0 = first.</param>
    public long LineOf(int index)
    {
        int run = _lines.FindLastIndex(line => line.Index <= index);
        return index + _lines[run].Offset;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private protected void SeeLine(long row)
    {
        long offset = row - Count;
        if (_lines.Count == 0 || _lines[^1].Offset != offset)
        {
            _lines.Add((Count, offset));
        }
    }

    /// <summary>Whether a time can be one of a market; a slipped column or unit shows as one that cannot.</summary>
    private protected static bool IsPlausible(long time) => time is >= FirstTick and < EndTick;

    private protected void RejectTime(long row, long time, bool mayRepeat)
    {
        string now = Stamp(time);
        if (!IsPlausible(time))
        {
            Reject(row, RowFault.Malformed, now, $"time {now} is outside the years {FirstYear} to {LastYear}");
        }
        else if (time == LastTime && !mayRepeat)
        {
            Reject(row, RowFault.DuplicateTime, now, $"time {now} occurs twice");
        }
        else
        {
            Reject(row, RowFault.OutOfOrder, now, $"time {now} is before {Stamp(LastTime)} of the row above");
        }
    }

    /// <summary>Rejects a price that is not finite or not above zero; false when it is neither.</summary>
    private protected bool RejectPrice(long row, string name, double price)
    {
        if (!double.IsFinite(price))
        {
            Reject(row, RowFault.NotFinite, Number(price), $"{name} is {Number(price)}, not a finite number");
            return true;
        }

        if (price <= 0)
        {
            Reject(row, RowFault.NotPositive, Number(price), $"{name} {Number(price)} is not above zero");
            return true;
        }

        return false;
    }

    /// <summary>Rejects a volume or spread that is infinite or below zero; false when it is neither.</summary>
    private protected bool RejectAmount(long row, string name, double amount)
    {
        if (amount < 0)
        {
            Reject(row, RowFault.Negative, Number(amount), $"{name} {Number(amount)} is below zero");
            return true;
        }

        if (!double.IsFinite(amount))
        {
            Reject(row, RowFault.NotFinite, Number(amount), $"{name} is {Number(amount)}, not a finite number");
            return true;
        }

        return false;
    }

    private protected static string Number(double value) => value.ToString(CultureInfo.InvariantCulture);

    private protected static string Stamp(long time) =>
        new DateTime(time).ToString("yyyy-MM-dd HH:mm:ss.FFF", CultureInfo.InvariantCulture);
}
