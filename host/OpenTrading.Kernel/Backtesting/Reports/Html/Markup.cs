using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace OpenTrading.Kernel.Backtesting.Reports.Html;

/// <summary>Markup that is safe to stand in a page. Text becomes markup only by <see cref="Text"/>, which escapes it.</summary>
/// <param name="Code">The markup.</param>
internal readonly record struct Markup(string Code)
{
    // The page is UTF-8: letters of any script stand for themselves.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>Nothing.</summary>
    public static Markup None { get; } = new("");

    /// <summary>Text of any origin, escaped.</summary>
    public static Markup Text(string text) => new(Encoder.Encode(text));

    /// <summary>Pieces one after another.</summary>
    public static Markup Join(IEnumerable<Markup> pieces) => new(string.Concat(pieces.Select(p => p.Code)));

    /// <inheritdoc/>
    public override string ToString() => Code;
}
