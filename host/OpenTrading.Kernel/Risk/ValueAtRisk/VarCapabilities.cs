using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using OpenTrading.Kernel.Paper;
using OpenTrading.Kernel.Sessions;
using OpenTrading.Kernel.Sizing;
using OpenTrading.Sdk.Brokers;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Risk.ValueAtRisk;

/// <summary>What the open positions may lose, by the returns of the past. Positions are taken as they are: stops and changes of rates to the account currency are left out.</summary>
/// <param name="paper">The account.</param>
public sealed class VarCapabilities(PaperDesk paper)
{
    private static readonly Dictionary<VarMethod, ILossModel> Models = new()
    {
        [VarMethod.Historical] = new HistoricalLosses(),
        [VarMethod.Parametric] = new ParametricLosses(),
        [VarMethod.MonteCarlo] = new SimulatedLosses(),
    };

    /// <summary>Value at risk.</summary>
    [Capability("get_var", "risk", Effect.Read, "POST /risk/var", Errors = [ErrorCode.SymbolUnknown, ErrorCode.DataUnavailable, ErrorCode.InsufficientHistory, ErrorCode.NotConnected])]
    [Description("Value at risk and expected shortfall of the open positions, with stress moves.")]
    public VarResult GetVar(
        AccountName account = AccountName.Paper,
        [Range(0.5, 0.999)] double confidence = 0.95,
        [Range(1, 30)] int horizonDays = 1,
        VarMethod method = VarMethod.Historical)
    {
        account.RequireConnected();
        (AccountSnapshot money, double stopOut, Holding[] held, PriceStamp stamp) = paper.Do(desk =>
            (desk.Broker.Snapshot().Account, desk.Broker.StopOutLevel, Holdings(desk), paper.Stamp()));
        ReturnTable daily = ReturnTable.Read(paper.Market, [.. held.Select(h => h.Symbol)]);
        double[] exposures = [.. held.Select(h => h.Exposure)];
        LossTail Tail(double[] of, ReturnTable returns) => of.Length == 0 ? default : Models[method].Of(of, returns, horizonDays, confidence).AtLeastZero;
        LossTail whole = Tail(exposures, daily);
        decimal atRisk = Money.RiskOf(whole.Var, money.Currency);
        return new VarResult
        {
            Summary = held.Length == 0 ? "No position is open, so nothing is at risk."
                : string.Create(CultureInfo.InvariantCulture, $"With {100 * confidence:0.##} % confidence no more than {atRisk} {money.Currency} ({Percent.Of(atRisk, money.Equity)} % of equity) is lost within {horizonDays} day(s); beyond that {Money.RiskOf(whole.Shortfall, money.Currency)} on average."),
            Source = stamp.Source,
            AsOf = stamp.AsOf,
            Stale = stamp.Stale,
            Var = atRisk,
            ExpectedShortfall = Money.RiskOf(whole.Shortfall, money.Currency),
            VarPct = Percent.Of(atRisk, money.Equity),
            Currency = money.Currency,
            BySymbol = [.. held.Select((h, i) => Row(h, Tail([h.Exposure], daily.Only(i)), money.Currency))],
            Stress = new StressTest(money, stopOut).Of(exposures, daily),
            Observations = daily.Days,
        };
    }

    private static SymbolVar Row(Holding holding, LossTail tail, string currency) => new(
        holding.Symbol.Instrument.Symbol,
        holding.NetLots,
        Math.Round((decimal)holding.Exposure, Currencies.Digits(currency)),
        Money.RiskOf(tail.Var, currency),
        Money.RiskOf(tail.Shortfall, currency));

    private Holding[] Holdings(TradingDesk desk)
    {
        BrokerSnapshot snapshot = desk.Broker.Snapshot();
        var rates = new CurrencyConverter(desk.Broker.Quote);
        return
        [
            .. snapshot.Positions.GroupBy(p => p.Symbol).Select(positions =>
            {
                string source = desk.Broker.Market(positions.Key)?.Source ?? paper.Symbol.Source;
                MarketSymbol symbol = paper.Market.Resolve($"{source.Split(':')[0]}:{positions.Key}");
                decimal lots = positions.Sum(p => (int)p.Side * p.Volume);
                Quote quote = desk.Broker.Quote(positions.Key) ?? throw new CapabilityException(
                    ErrorCode.DataUnavailable, $"There is no price of {positions.Key} yet", "Try again after the next bar.");
                return new Holding(symbol, lots, (double)new PositionMoney(symbol.Instrument, rates, snapshot.Account.Currency).Of(quote.Mid, lots));
            }),
        ];
    }
}
