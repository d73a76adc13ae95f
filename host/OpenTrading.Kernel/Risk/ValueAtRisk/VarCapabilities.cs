using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using OpenTrading.Kernel.Live;
using OpenTrading.Kernel.Paper;
using OpenTrading.Kernel.Risk.Exposure;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Risk.ValueAtRisk;

/// <summary>What the open positions may lose, by the returns of the past. Positions are taken as they are: stops and changes of rates to the account currency are left out.</summary>
/// <param name="paper">The simulated account.</param>
/// <param name="live">Accounts at brokers; null where there can be none.</param>
public sealed class VarCapabilities(PaperDesk paper, LiveDesks? live = null)
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
        (IMarketData market, AccountSnapshot money, double? stopOut, IReadOnlyList<Holding> held, PriceStamp stamp) = Look(account);
        ReturnTable daily = ReturnTable.Read(market, [.. held.Select(h => h.Symbol)]);
        double[] exposures = [.. held.Select(h => h.Exposure)];
        LossTail Tail(double[] of, ReturnTable returns) => of.Length == 0 ? default : Models[method].Of(of, returns, horizonDays, confidence).AtLeastZero;
        LossTail whole = Tail(exposures, daily);
        decimal atRisk = Money.RiskOf(whole.Var, money.Currency);
        return new VarResult
        {
            Summary = held.Count == 0 ? "No position is open, so nothing is at risk."
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

    private (IMarketData Market, AccountSnapshot Money, double? StopOut, IReadOnlyList<Holding> Held, PriceStamp Stamp) Look(AccountName account)
    {
        if (account == AccountName.Paper || live is null)
        {
            account.RequireConnected();
            return paper.Do(desk =>
            {
                var view = AccountView.Of(desk);
                MarketSymbol Find(string symbol) => paper.Market.Resolve($"{(desk.Broker.Market(symbol)?.Source ?? paper.Symbol.Source).Split(':')[0]}:{symbol}");
                return (paper.Market, view.Snapshot.Account, (double?)desk.Broker.StopOutLevel, Holding.Of(view, Find), paper.Stamp());
            });
        }

        return live.Require(account: null).Do(desk =>
        {
            var view = AccountView.Of(desk);
            MarketSymbol Find(string symbol) => desk.Setup.Market.Resolve($"{desk.Link!.Name}:{symbol}");
            return (desk.Setup.Market, view.Snapshot.Account, (double?)null, Holding.Of(view, Find), AccountView.StampOf(desk));
        });
    }
}
