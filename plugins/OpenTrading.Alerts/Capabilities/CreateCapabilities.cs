using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using OpenTrading.Alerts.Book;
using OpenTrading.Alerts.Delivery;
using OpenTrading.Alerts.Watching;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Expressions;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Plugins;

namespace OpenTrading.Alerts.Capabilities;

/// <summary>Makes alerts.</summary>
/// <param name="engine">The alerts.</param>
/// <param name="context">Prices, indicators, the secret that signs.</param>
/// <param name="webhooks">Judges where an alert may be sent.</param>
/// <param name="options">What is allowed.</param>
internal sealed class CreateCapabilities(AlertEngine engine, IPluginContext context, WebhookAddress webhooks, AlertsOptions options)
{
    private const int LongestNote = 500;
    private const int LongestCooldown = 31_536_000;

    private readonly BarHistory _history = new(context);

    /// <summary>Makes an alert.</summary>
    [Capability("create_alert", "alerts", Effect.Simulate, "POST /alerts", Errors = [ErrorCode.SymbolUnknown, ErrorCode.DataUnavailable, ErrorCode.InsufficientHistory, ErrorCode.Conflict])]
    [Description("Waits for a price, or for an expression at a bar's close such as H4: rsi(14) < 30.")]
    public async Task<CreatedResult> CreateAlert(
        ICallContext call,
        string symbol,
        AlertCondition condition,
        decimal? price = null,
        [StringLength(Expression.MostCharacters), Description("H1 unless written H4: ...")] string? expression = null,
        [StringLength(LongestNote), Description("Comes with it")] string? note = null,
        [Description("Fires again and again")] bool repeat = false,
        [Range(0, LongestCooldown), Description("Least time between firings")] int cooldownS = 0,
        [Description("https address, public")] string? webhook = null,
        [Description("Waits no longer")] DateTime? expiresAt = null,
        string? idempotencyKey = null)
    {
        engine.RequireRoom();
        MarketSymbol market = context.Market.Resolve(symbol);
        Quote quote = context.Market.Quote(market);
        DateTime now = context.Market.Now;
        RequireTerms(condition, price, expression, expiresAt, now);
        TimedExpression? timed = expression is null ? null : Argument.Read(nameof(expression), () => TimedExpression.Parse(expression, context.Indicators));
        bool? holds = timed is null ? null : HoldsNow(market, timed);
        if (webhook is not null)
        {
            webhook = (await webhooks.RequireAsync(webhook, call.CancellationToken).ConfigureAwait(false)).ToString();
            RequireSecret();
        }

        var alert = new Alert
        {
            AlertId = Ulid.New("alt_", new DateTimeOffset(now)),
            Symbol = market.Instrument.Symbol,
            BrokerSymbol = market.BrokerSymbol,
            Source = market.Source,
            Condition = condition,
            Price = price is { } level ? market.Instrument.ToPrice((double)level) : null,
            Expression = timed?.Condition.Text,
            Timeframe = timed?.Timeframe,
            Note = note,
            Repeat = repeat,
            CooldownS = cooldownS,
            Webhook = webhook,
            CreatedAt = now,
            ExpiresAt = expiresAt,
            SeenPrice = quote.Bid,
            HeldBefore = holds,
        };
        engine.Add(alert, market);
        DataStamp stamp = DataStamp.Of(market.Instrument, quote.Time, TimeSpan.FromSeconds(10), now);
        return new CreatedResult
        {
            Summary = FormattableString.Invariant($"{alert.Symbol} at {quote.Bid}: waits for {alert.InWords}{Already(alert)}."),
            Source = quote.Source,
            AsOf = stamp.AsOf,
            Stale = stamp.Stale,
            MarketClosed = stamp.MarketClosed,
            Symbol = alert.Symbol,
            BrokerSymbol = market.BrokerSymbol,
            AlertId = alert.AlertId,
            Status = AlertStatus.Active,
            CurrentPrice = quote.Bid,
        };
    }

    private static void RequireTerms(AlertCondition condition, decimal? price, string? expression, DateTime? expiresAt, DateTime now)
    {
        bool isExpression = condition == AlertCondition.Expression;
        List<ErrorDetail> faults = [];
        if (isExpression && (expression is null || price is not null))
        {
            faults.Add(new ErrorDetail([expression is null ? "expression" : "price"], expression is null ? "Required with condition expression" : "An expression has no price"));
        }

        if (!isExpression && (price is not > 0 || expression is not null))
        {
            faults.Add(new ErrorDetail([expression is null ? "price" : "expression"], expression is null ? "Must be above 0 with this condition" : "Only with condition expression"));
        }

        if (price > 1_000_000_000)
        {
            faults.Add(new ErrorDetail(["price"], "Must be at most 1,000,000,000"));
        }

        if (expiresAt <= now)
        {
            faults.Add(new ErrorDetail(["expiresAt"], FormattableString.Invariant($"Must lie in the future of market time, {now:yyyy-MM-dd HH:mm:ss} UTC")));
        }

        if (faults.Count > 0)
        {
            throw new CapabilityException(ErrorCode.ValidationError, string.Join("; ", faults.Select(f => $"{f.Path[0]}: {f.Message}")), "Correct the arguments named in details.", faults);
        }
    }

    private static string Already(Alert alert) => alert switch
    {
        { Condition: AlertCondition.Above } when alert.SeenPrice >= alert.Price => "; the price is there already, so it has to come back from below first",
        { Condition: AlertCondition.Below } when alert.SeenPrice <= alert.Price => "; the price is there already, so it has to come back from above first",
        { HeldBefore: true } => "; it holds already, so it has to end first",
        _ => "",
    };

    private bool? HoldsNow(MarketSymbol market, TimedExpression timed)
    {
        MarketBars bars = _history.Read(market, timed.Timeframe, 1, timed.Condition.WarmupBars + 1, "the alert");
        double value = new ExpressionRun(timed.Condition).Over(bars.Bars)[0][^1];
        return double.IsNaN(value) ? null : value == 1;
    }

    private void RequireSecret()
    {
        string? secret;
        try
        {
            secret = context.Secret(options.WebhookKeyFile);
        }
        catch (FormatException e)
        {
            throw Argument.Refuse("webhook", e.Message);
        }

        if (secret is not { Length: >= WebhookMessage.ShortestSecret })
        {
            throw Argument.Refuse("webhook", $"what is sent is signed, and {options.WebhookKeyFile} of the home holds no secret of {WebhookMessage.ShortestSecret} characters; ask the operator to write one");
        }
    }
}
