using OpenTrading.Kernel.Sessions;
using OpenTrading.Kernel.Sizing;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Risk.Exposure;

/// <summary>What open positions lose when all their stops are hit.</summary>
/// <param name="Money">Loss from the present price, account currency, rounded up; of the positions that have a stop.</param>
/// <param name="Pct">That in percent of the smaller of balance and equity.</param>
/// <param name="Unprotected">Positions without a stop, whose loss has no bound.</param>
internal readonly record struct OpenRisk(decimal Money, decimal Pct, int Unprotected)
{
    /// <summary>The open risk of an account on one instrument.</summary>
    public static OpenRisk Of(TradingDesk desk, Instrument instrument)
    {
        AccountSnapshot account = desk.Broker.Snapshot().Account;
        if (desk.Broker.Positions.Count == 0 || desk.Broker.Quote(instrument.Symbol) is not { } quote)
        {
            return new OpenRisk(0, 0, desk.Broker.Positions.Count(p => p.StopLoss is null));
        }

        var money = new PositionMoney(instrument, new CurrencyConverter(desk.Broker.Quote), account.Currency);
        decimal loss = desk.Broker.Positions.Where(p => p.StopLoss is not null).Sum(p =>
            (money.Of(Math.Max(0, (int)p.Side * (ClosingPrice(p, quote) - p.StopLoss!.Value)), p.Volume)) + (instrument.CommissionPerLot * p.Volume));
        decimal rounded = Loss.RoundUp(loss, Currencies.Digits(account.Currency));
        return new OpenRisk(rounded, Percent.Of(rounded, account.RiskBase), desk.Broker.Positions.Count(p => p.StopLoss is null));
    }

    /// <summary>Price at which a position would close now.</summary>
    public static decimal ClosingPrice(Position position, Quote quote) => position.Side == OrderSide.Buy ? quote.Bid : quote.Ask;
}
