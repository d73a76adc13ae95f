using OpenTrading.Research.Articles;
using OpenTrading.Research.Texts;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Naming;

namespace OpenTrading.Research.Subjects;

/// <summary>What research is about: an instrument as news speak of it. Good news for its first side lift the price, good news for the other press it.</summary>
internal sealed class Subject
{
    private readonly Instrument _instrument;

    private Subject(Instrument instrument)
    {
        _instrument = instrument;
        bool isPair = instrument.AssetClass is AssetClass.Fx or AssetClass.Metal or AssetClass.Crypto && instrument.BaseCurrency != instrument.ProfitCurrency;
        Base = CurrencyWords.Of(isPair ? instrument.BaseCurrency : instrument.Symbol);
        Quote = isPair ? CurrencyWords.Of(instrument.ProfitCurrency) : [];
        Currencies = [.. new[] { instrument.BaseCurrency, instrument.ProfitCurrency }.Where(c => c.Length == 3).Distinct(StringComparer.Ordinal)];
        Name = isPair ? $"{CurrencyWords.NameOf(instrument.BaseCurrency)} {CurrencyWords.NameOf(instrument.ProfitCurrency)}" : CurrencyWords.NameOf(instrument.Symbol);
    }

    /// <summary>Symbol.</summary>
    public string Symbol => _instrument.Symbol;

    /// <summary>Its name in prose, for a search engine.</summary>
    public string Name { get; }

    /// <summary>Words of what is bought.</summary>
    public IReadOnlyList<string[]> Base { get; }

    /// <summary>Words of what it is paid with; none where that moves nothing of it.</summary>
    public IReadOnlyList<string[]> Quote { get; }

    /// <summary>Currencies whose events move it.</summary>
    public IReadOnlyList<string> Currencies { get; }

    /// <summary>The subject of a symbol.</summary>
    /// <exception cref="CapabilityException">The symbol is none of the known ones: <see cref="ErrorCode.ValidationError"/>.</exception>
    public static Subject Of(string symbol, IReadOnlyDictionary<string, Instrument> instruments)
    {
        string name = symbol[(symbol.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
        Instrument? known = instruments.GetValueOrDefault(name) ?? instruments.Values.FirstOrDefault(i => i.Symbol.Equals(name, StringComparison.OrdinalIgnoreCase));
        return known is not null
            ? new Subject(known)
            : throw Argument.Refuse("symbol", Suggestion.Nearest(name, instruments.Keys) is { } guess ? $"no instrument of that name is known; did you mean {guess}?" : "no instrument of that name is known; see list_symbols");
    }

    /// <summary>Articles on it.</summary>
    /// <param name="days">How many days back.</param>
    /// <param name="question">What the caller wants to know besides; null for nothing.</param>
    /// <param name="limit">Most articles of a source.</param>
    public ArticleQuery ToQuery(int days, string? question, int limit) =>
        new($"{Symbol} {Name} {question}".TrimEnd(), [.. Words.Phrases(Symbol), .. Base, .. Quote], days, limit);
}
