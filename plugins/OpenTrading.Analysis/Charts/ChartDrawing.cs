using System.Globalization;
using System.Net;
using System.Text;

namespace OpenTrading.Analysis.Charts;

/// <summary>Draws candles, lines and a panel below as SVG. The same chart gives the same text.</summary>
internal sealed class ChartDrawing
{
    /// <summary>Width, pixels.</summary>
    public const int Width = 1000;

    /// <summary>Height, pixels.</summary>
    public const int Height = 600;

    private const double Left = 10;
    private const double Right = 78;
    private const double Top = 34;
    private const double Bottom = 26;
    private const double Gap = 14;
    private const double PanelShare = 0.26;
    private const int TimeLabels = 8;

    private static readonly string[] Palette = ["#1f77b4", "#d98200", "#7a4fbf", "#0a8f8f", "#b8336a", "#5b6b12", "#444444", "#996633"];

    private readonly StringBuilder _svg = new();
    private readonly Lookback _asked;
    private readonly Overlay[] _lines;
    private readonly Scale _price;
    private readonly Scale? _below;
    private readonly double _step;

    /// <summary>Draws a chart.</summary>
    /// <param name="asked">The bars.</param>
    /// <param name="lines">Lines over them, and below.</param>
    public ChartDrawing(Lookback asked, IReadOnlyList<Overlay> lines)
    {
        (_asked, _lines) = (asked, [.. lines]);
        bool hasPanel = lines.Any(l => !l.IsPrice);
        double inner = Height - Top - Bottom;
        double panel = hasPanel ? PanelShare * inner : 0;
        double candles = inner - panel - (hasPanel ? Gap : 0);
        (double low, double high) = asked.Range;
        _price = Scale.Of([low, high, .. lines.Where(l => l.IsPrice).SelectMany(l => l.Values)], Top, candles);
        _below = hasPanel ? Scale.Of(lines.Where(l => !l.IsPrice).SelectMany(l => l.Values), Top + candles + Gap, panel) : null;
        _step = (Width - Left - Right) / asked.Count;
        Draw();
    }

    /// <summary>The picture.</summary>
    public string Svg => _svg.ToString();

    /// <summary>Colour of a line.</summary>
    public static string Color(int line) => Palette[line % Palette.Length];

    private void Draw()
    {
        _svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{Width}\" height=\"{Height}\" viewBox=\"0 0 {Width} {Height}\" font-family=\"sans-serif\" font-size=\"11\">");
        _svg.Append(CultureInfo.InvariantCulture, $"<rect width=\"{Width}\" height=\"{Height}\" fill=\"#ffffff\"/>");
        Text(Left, 16, $"{_asked.Name} · {_asked.Read.Symbol.Source} · {_asked.Stamp.AsOf:yyyy-MM-dd HH:mm} UTC", "#222222", bold: true);
        Grid(_price, "F" + _asked.Instrument.Digits.ToString(CultureInfo.InvariantCulture));
        if (_below is { } below)
        {
            Grid(below, "G4");
        }

        Times();
        Candles(isUp: true, "#1a8f5a");
        Candles(isUp: false, "#c43d3d");
        double legend = Left;
        for (int i = 0; i < _lines.Length; i++)
        {
            Line(_lines[i], Color(i));
            Text(legend, 29, _lines[i].Name, Color(i));
            legend += (6.2 * _lines[i].Name.Length) + 14;
        }

        _svg.Append("</svg>");
    }

    private void Grid(Scale scale, string format)
    {
        foreach (double value in scale.Ticks())
        {
            _svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M{Left} {scale.Y(value):0.#}H{Width - Right}\" stroke=\"#e6e6e6\"/>");
            Text(Width - Right + 6, scale.Y(value) + 4, value.ToString(format, CultureInfo.InvariantCulture), "#666666");
        }
    }

    private void Times()
    {
        int every = Math.Max(1, _asked.Count / TimeLabels);
        for (int i = every / 2; i < _asked.Count; i += every)
        {
            string form = (int)_asked.Bars.Timeframe < 1440 ? "MM-dd HH:mm" : "yyyy-MM-dd";
            Text(X(i) - 30, Height - 8, _asked.TimeOf(_asked.First + i).ToString(form, CultureInfo.InvariantCulture), "#666666");
        }
    }

    // One path for the shadows and one for the bodies of a colour: a third of the text that an element each would take.
    private void Candles(bool isUp, string color)
    {
        (StringBuilder shadows, StringBuilder bodies) = (new(), new());
        double half = Math.Max(0.5, _step * 0.35);
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

        _svg.Append(CultureInfo.InvariantCulture, $"<path d=\"{shadows}\" stroke=\"{color}\"/><path d=\"{bodies}\" fill=\"{color}\"/>");
    }

    private void Line(Overlay line, string color)
    {
        Scale scale = line.IsPrice ? _price : _below!.Value;
        var path = new StringBuilder();
        bool isDown = false;
        for (int i = 0; i < line.Values.Length; i++)
        {
            // A gap in the values is a gap in the line.
            if (double.IsFinite(line.Values[i]))
            {
                path.Append(CultureInfo.InvariantCulture, $"{(isDown ? 'L' : 'M')}{X(i):0.#} {scale.Y(line.Values[i]):0.#}");
            }

            isDown = double.IsFinite(line.Values[i]);
        }

        _svg.Append(CultureInfo.InvariantCulture, $"<path d=\"{path}\" fill=\"none\" stroke=\"{color}\" stroke-width=\"1.3\"/>");
    }

    private double X(int bar) => Left + ((bar + 0.5) * _step);

    private void Text(double x, double y, string text, string color, bool bold = false) =>
        _svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{x:0.#}\" y=\"{y:0.#}\" fill=\"{color}\"{(bold ? " font-weight=\"bold\"" : "")}>{WebUtility.HtmlEncode(text)}</text>");
}
