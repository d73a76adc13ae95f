using System.Globalization;
using System.Text;

namespace OpenTrading.Tests.Shared;

/// <summary>Text of small bar files.</summary>
internal static class BarFile
{
    public const string Header = "time_utc,open,high,low,close,volume,spread\n";

    private const double Mean = 1.2;
    private const double Swing = 0.02;
    private const double RowsPerWave = 90;
    private const int WideSpreadEvery = 7;

    /// <summary>
    /// Hour bars of a price that swings in waves with a finer ripple, so that both demonstration strategies trade, and with a spread so wide in
    /// every seventh bar that the gate refuses to open there.
    /// </summary>
    public static string Waves(int rows, TimeSpan? step = null)
    {
        var text = new StringBuilder(Header);
        var start = new DateTime(2020, 1, 6, 0, 0, 0, DateTimeKind.Utc);
        double open = Price(0);
        for (int i = 0; i < rows; i++)
        {
            double close = Price(i + 1);
            text.Append(Row(start + (i * (step ?? TimeSpan.FromHours(1))), open, close, i % WideSpreadEvery == 0 ? 0.00200 : 0.00010));
            open = close;
        }

        return text.ToString();
    }

    private static string Row(DateTime time, double open, double close, double spread)
    {
        const double Wick = 0.0003;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{time:yyyy-MM-dd HH:mm},{open:F5},{Math.Max(open, close) + Wick:F5},{Math.Min(open, close) - Wick:F5},{close:F5},100,{spread:F5}\n");
    }

    private static double Price(int row) => Mean + (Swing * Math.Sin(2 * Math.PI * row / RowsPerWave)) + (0.002 * Math.Sin(row * 0.9));
}
