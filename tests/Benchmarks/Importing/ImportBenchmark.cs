using System.Globalization;
using OpenTrading.Benchmarks.Harness;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Benchmarks.Importing;

/// <summary>Two million CSV rows into an empty store: hashed, read, checked, written, made durable. Beside it a loop that only reads and parses.</summary>
internal sealed class ImportBenchmark : IBenchmark
{
    private const int Rows = 2_000_000;
    private const int Runs = 5;

    public string Name => "import";

    public void Run(Report report)
    {
        using var source = new Workspace();
        string file = source.MinuteFile(Rows);
        var imports = new Lap[Runs];
        for (int i = 0; i < Runs; i++)
        {
            using var workspace = new Workspace();
            imports[i] = Lap.Of(() => workspace.Import(file, new SeriesKey("EURUSD", Timeframe.M1)));
        }

        Lap[] loops = Lap.Repeat(Runs, () => Parse(file));

        report.Add("import: a second of one core", "rows/s", imports.Select(l => Rows / l.Cpu.TotalSeconds), Limit.AtLeast(1_500_000));
        report.Add("import: by the clock", "rows/s", imports.Select(l => Rows / l.Wall.TotalSeconds));
        report.Add("ReadLines, Split, Parse, nothing stored", "rows/s", loops.Select(l => Rows / l.Cpu.TotalSeconds));
    }

    private static double Parse(string file)
    {
        double sum = 0;
        foreach (string line in File.ReadLines(file).Skip(1))
        {
            string[] cells = line.Split(',');
            sum += DateTime.Parse(cells[0], CultureInfo.InvariantCulture).Ticks;
            for (int i = 1; i < cells.Length; i++)
            {
                sum += double.Parse(cells[i], CultureInfo.InvariantCulture);
            }
        }

        return sum;
    }
}
