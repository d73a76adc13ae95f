using System.Globalization;
using System.Text;
using OpenTrading.Sdk.Analysis;
using OpenTrading.Sdk.Charts;

namespace OpenTrading.Analysis.Charts;

/// <summary>Draws candles, lines and a panel below. The same chart gives the same text.</summary>
internal sealed class ChartDrawing
{
    private const double Gap = 14;
    private const double PanelShare = 0.26;
    private const int TimeLabels = 8;
    private const double LetterWidth = 6.2;

    private static readonly string[] Palette = ["#1f77b4", "#d98200", "#7a4fbf", "#0a8f8f", "#b8336a", "#5b6b12", "#444444", "#996633"];

    private readonly ChartCanvas _canvas;
    private readonly Lookback _asked;
    private readonly Overlay[] _lines;
    private readonly ChartScale _price;
    private readonly ChartScale? _below;

    /// <summary>Draws a chart.</summary>
    /// <param name="asked">The bars.</param>
    /// <param name="lines">Lines over them, and below.</param>
    public ChartDrawing(Lookback asked, IReadOnlyList<Overlay> lines)
    {
        (_asked, _lines) = (asked, [.. lines]);
        bool hasPanel = lines.Any(l => !l.IsPrice);
        double inner = ChartCanvas.Bottom - ChartCanvas.Top;
        double panel = hasPanel ? PanelShare * inner : 0;
        double candles = inner - panel - (hasPanel ? Gap : 0);
        (double low, double high) = asked.Range;
        _price = ChartScale.Of([low, high, .. lines.Where(l => l.IsPrice).SelectMany(l => l.Values)], ChartCanvas.Top, candles);
        _below = hasPanel ? ChartScale.Of(lines.Where(l => !l.IsPrice).SelectMany(l => l.Values), ChartCanvas.Top + candles + Gap, panel) : null;
        _canvas = new ChartCanvas(string.Create(CultureInfo.InvariantCulture, $"{asked.Name} · {asked.Read.Symbol.Source} · {asked.Stamp.AsOf:yyyy-MM-dd HH:mm} UTC"));
        Draw();
    }

    /// <summary>The picture.</summary>
    public string Svg => _canvas.Svg;

    /// <summary>Colour of a line.</summary>
    public static string Color(int line) => Palette[line % Palette.Length];

    private void Draw()
    {
        _canvas.Grid(_price, "F" + _asked.Instrument.Digits.ToString(CultureInfo.InvariantCulture));
        if (_below is { } below)
        {
            _canvas.Grid(below, "G4");
        }

        Times();
        Candles(isUp: true, ChartCanvas.Up);
        Candles(isUp: false, ChartCanvas.Down);
        double legend = ChartCanvas.Left;
        for (int i = 0; i < _lines.Length; i++)
        {
            _canvas.Line(_lines[i].Values, _lines[i].IsPrice ? _price : _below!.Value, Color(i));
            _canvas.Text(legend, 29, _lines[i].Name, Color(i));
            legend += (LetterWidth * _lines[i].Name.Length) + 14;
        }
    }

    private void Times()
    {
        int every = Math.Max(1, _asked.Count / TimeLabels);
        for (int i = every / 2; i < _asked.Count; i += every)
        {
            string form = (int)_asked.Bars.Timeframe < 1440 ? "MM-dd HH:mm" : "yyyy-MM-dd";
            _canvas.Text(X(i) - 30, ChartCanvas.Height - 8, _asked.TimeOf(_asked.First + i).ToString(form, CultureInfo.InvariantCulture), ChartCanvas.Quiet);
        }
    }

    // One path for the shadows and one for the bodies of a colour: a third of the text that an element each would take.
    private void Candles(bool isUp, string color)
    {
        (StringBuilder shadows, StringBuilder bodies) = (new(), new());
        double half = Math.Max(0.5, (ChartCanvas.Right - ChartCanvas.Left) / _asked.Count * 0.35);
        for (int i = 0; i < _asked.Count; i++)
        {
            int bar = _asked.First + i;
            (double open, double close) = (_asked.Bars.Open[bar], _asked.Bars.Close[bar]);
            if (close >= open == isUp)
            {
                double top = _price.Y(Math.Max(open, close));
                shadows.Append(CultureInfo.InvariantCulture, $"M{X(i):0.#} {_price.Y(_asked.Bars.High[bar]):0.#}V{_price.Y(_asked.Bars.Low[bar]):0.#}");
                bodies.Append(CultureInfo.InvariantCulture, $"M{X(i) - half:0.#} {top:0.#}h{2 * half:0.#}v{Math.Max(0.8, _price.Y(Math.Min(open, close)) - top):0.#}h{-2 * half:0.#}z");
            }
        }

        _canvas.Stroke(shadows.ToString(), color);
        _canvas.Fill(bodies.ToString(), color);
    }

    private double X(int bar) => ChartCanvas.X(bar, _asked.Count);
}
