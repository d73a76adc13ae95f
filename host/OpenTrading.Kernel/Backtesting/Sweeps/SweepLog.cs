using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace OpenTrading.Kernel.Backtesting.Sweeps;

/// <summary>
/// The finished trials of a sweep, a line each, so that one that was cancelled or killed goes on where it stopped. Its first line is the
/// fingerprint of what is swept: a log of anything else is not taken.
/// </summary>
/// <threadsafety>Safe from any thread.</threadsafety>
public sealed class SweepLog : IDisposable
{
    private const char Separator = '\t';

    private readonly ConcurrentDictionary<int, Trial> _known = [];
    private readonly FileStream _file;
    private readonly Lock _writing = new();

    private SweepLog(FileStream file) => _file = file;

    /// <summary>Trials that were there when it was opened.</summary>
    public int Resumed { get; private set; }

    /// <summary>Opens or begins a log.</summary>
    /// <param name="path">Its file.</param>
    /// <param name="fingerprint">What is swept: prices, costs, strategies, grid and objective. A log with another one begins anew.</param>
    /// <exception cref="IOException">The file cannot be opened, or another sweep writes it.</exception>
    public static SweepLog Open(string path, string fingerprint)
    {
        var log = new SweepLog(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read));
        log.Load(fingerprint);
        return log;
    }

    /// <summary>The trial of a combination; null when it was not run yet.</summary>
    public Trial? Find(int cell) => _known.GetValueOrDefault(cell);

    /// <summary>Adds a finished trial.</summary>
    public void Add(Trial trial)
    {
        if (!_known.TryAdd(trial.Cell, trial))
        {
            return;
        }

        string line = string.Join(
            Separator,
            trial.Cell.ToString(CultureInfo.InvariantCulture),
            Text(trial.Objective),
            Text(trial.FinalEquity),
            trial.Fills.ToString(CultureInfo.InvariantCulture),
            trial.Trades.ToString(CultureInfo.InvariantCulture),
            trial.Failure?.ReplaceLineEndings(" ").Replace(Separator, ' ') ?? "");
        lock (_writing)
        {
            _file.Write(Encoding.UTF8.GetBytes(line + "\n"));
            _file.Flush();
        }
    }

    public void Dispose() => _file.Dispose();

    private void Load(string fingerprint)
    {
        using var reader = new StreamReader(_file, Encoding.UTF8, detectEncodingFromByteOrderMarks: false, leaveOpen: true);
        string[] lines = reader.ReadToEnd().Split('\n');
        long whole = 0;
        if (lines[0] == fingerprint)
        {
            whole = Encoding.UTF8.GetByteCount(fingerprint) + 1;

            // The last piece has no line end: half a line of a run that was killed, or nothing.
            foreach (string line in lines.AsSpan(1, lines.Length - 1)[..^1])
            {
                if (Parse(line) is not { } trial)
                {
                    break;
                }

                _known[trial.Cell] = trial;
                whole += Encoding.UTF8.GetByteCount(line) + 1;
            }
        }

        Resumed = _known.Count;
        _file.SetLength(whole);
        _file.Position = whole;
        if (whole == 0)
        {
            _file.Write(Encoding.UTF8.GetBytes(fingerprint + "\n"));
        }
    }

    private static Trial? Parse(string line) =>
        line.Split(Separator) is [{ } cell, { } objective, { } equity, { } fills, { } trades, { } failure]
        && int.TryParse(cell, CultureInfo.InvariantCulture, out int number)
        && double.TryParse(objective, CultureInfo.InvariantCulture, out double value)
        && double.TryParse(equity, CultureInfo.InvariantCulture, out double final)
        && long.TryParse(fills, CultureInfo.InvariantCulture, out long filled)
        && int.TryParse(trades, CultureInfo.InvariantCulture, out int closed)
            ? new Trial(number, value, final, filled, closed, failure.Length == 0 ? null : failure)
            : null;

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
