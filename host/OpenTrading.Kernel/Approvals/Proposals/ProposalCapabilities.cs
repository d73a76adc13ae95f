using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using OpenTrading.Kernel.Live;
using OpenTrading.Kernel.Live.Requests;
using OpenTrading.Kernel.Orders;
using OpenTrading.Kernel.Paper.Ordering;
using OpenTrading.Kernel.Risk.Checks;
using OpenTrading.Kernel.Risk.Gate;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Approvals.Proposals;

/// <summary>What clients think worth trading. A proposal asks for nothing; a request can be made of it.</summary>
/// <param name="requests">The accounts, and how their gates are asked.</param>
/// <param name="proposals">What was proposed.</param>
/// <param name="paging">Whose cursors.</param>
public sealed class ProposalCapabilities(LiveRequests requests, ProposalBook proposals, Paging paging)
{
    private static readonly TimeSpan Lifetime = OrderLedger.ProposalLifetime;

    private DateTime Now => requests.Desks.Setup.Wall.GetUtcNow().UtcDateTime;

    /// <summary>Records a proposal.</summary>
    [Capability("propose_trade", "live", Effect.Propose, "POST /proposals", RaisesRisk = true, Errors =
    [
        ErrorCode.KillSwitchActive, ErrorCode.RiskRejected, ErrorCode.StaleData, ErrorCode.MarketClosed, ErrorCode.SymbolUnknown, ErrorCode.DataUnavailable, ErrorCode.Conflict, ErrorCode.NotConnected,
    ])]
    [Description("Records a trade idea that passes the risk gate. Moves nothing.")]
    public ProposalResult ProposeTrade(
        ICallContext call,
        string symbol,
        OrderSide side,
        [StringLength(4000), Description("why it should work")] string thesis,
        [Range(0, 1), Description("0 to 1")] double confidence,
        string idempotencyKey,
        [Range(0.0001, 10_000)] decimal? lots = null,
        EntryType orderType = EntryType.Market,
        decimal? price = null,
        decimal? stopLoss = null,
        decimal? takeProfit = null,
        [StringLength(20), Description("what it rests on")] string[]? evidence = null)
    {
        if (!IdempotencyKey.IsValid(idempotencyKey))
        {
            throw new CapabilityException(ErrorCode.ValidationError, $"idempotencyKey '{idempotencyKey}' is none", "Use 1 to 64 of A-Z a-z 0-9 . _ : -");
        }

        LiveDesk desk = requests.Desks.Require(account: null);
        (Instrument instrument, Quote quote) = requests.Tradable(desk, symbol);
        bool replayed = proposals.ByKey(call.Caller.Actor, idempotencyKey) is not null;
        return desk.Do(_ =>
        {
            var terms = new OrderTerms(side, lots ?? instrument.VolumeMin, orderType, price, stopLoss, takeProfit);
            OrderIntent intent = terms.ToIntent(instrument, quote, call.Caller.Actor, idempotencyKey) with { Confidence = confidence, Reason = thesis };
            if (lots is null && desk.Orders!.LargestVolume(desk.Orders.See(intent)) is > 0 and var largest)
            {
                intent = intent with { Volume = largest };
            }

            GateLook look = desk.Orders!.Check(intent);
            RiskDecision decision = requests.Keep(look);
            if (!look.Verdict.Passed && !replayed)
            {
                throw OrderRefusals.Of(look.Verdict.Violations, decision);
            }

            Proposal proposal = proposals.Record(requests.Desks.Setup.Journal, new Proposal(
                Ulid.New("prop_", requests.Desks.Setup.Wall.GetUtcNow()),
                call.Caller.Actor,
                idempotencyKey,
                Now,
                Now + Lifetime,
                desk.Account,
                instrument.Symbol,
                side,
                intent.Volume,
                orderType,
                price,
                stopLoss,
                takeProfit,
                thesis,
                confidence,
                evidence ?? [],
                decision.Id));
            return new ProposalResult
            {
                Summary = string.Create(CultureInfo.InvariantCulture, $"Proposal {proposal.Id}: {Names.Of(side)} {proposal.Lots} {instrument.Symbol}. Nothing happens until request_live_order and an operator."),
                Source = quote.Source,
                AsOf = quote.Time,
                ProposalId = proposal.Id,
                Status = proposal.StatusAt(Now),
                Order = View(proposal),
                Decision = RequestDecision.Of(look, decision.Id),
                ExpiresAt = proposal.ExpiresAt,
                Replayed = replayed ? true : null,
            };
        });
    }

    /// <summary>Lists proposals.</summary>
    [Capability("list_proposals", "live", Effect.Read, "GET /proposals", Errors = [ErrorCode.NotFound])]
    [Description("Proposals with their status; one with thesis and history by proposalId.")]
    public ProposalsResult ListProposals(
        ICallContext call, [Description("default: all")] string? proposalId = null, ProposalStatus? status = null, [Range(1, 5000)] int limit = 20, string? cursor = null)
    {
        Paging.RequireRows(call, limit);
        DateTime now = Now;
        Proposal? one = proposalId is null ? null : proposals.Find(proposalId) ?? throw new CapabilityException(
            ErrorCode.NotFound, $"There is no proposal {proposalId}", "List them with list_proposals.");
        Proposal[] all = one is not null ? [one] : [.. proposals.Newest.Where(p => status is null || p.StatusAt(now) == status)];
        Page<Proposal> page = paging.CutAfter(all, p => p.Id, limit, cursor, Paging.Query("list_proposals", proposalId, status));
        return new ProposalsResult
        {
            Summary = $"{all.Length} proposals{(status is { } wanted ? $" are {wanted.ToString().ToLowerInvariant()}" : "")}.",
            AsOf = now,
            Proposals = [.. page.Items.Select(p => new ProposalRow(p.Id, p.Time, p.Symbol, p.Side, p.Lots, p.Confidence, p.StatusAt(now), null))],
            Detail = one is null ? null : new ProposalDetail(View(one), one.Thesis, one.Evidence, one.DecisionId, one.RequestId, History(one, now)),
            Total = page.Total,
            Truncated = page.Truncated,
            NextCursor = page.NextCursor,
        };
    }

    private static OrderView View(Proposal p) => new(
        OrderKind.Open,
        p.Symbol,
        p.Side,
        p.Lots,
        p.OrderType switch { EntryType.Limit => OrderType.Limit, EntryType.Stop => OrderType.Stop, _ => OrderType.Market },
        p.Price,
        p.StopLoss,
        p.TakeProfit,
        p.Proposer,
        p.Confidence,
        p.Thesis);

    private static string[] History(Proposal p, DateTime now) =>
    [
        $"{p.Time:yyyy-MM-ddTHH:mm:ssZ} proposed by {p.Proposer}",
        .. p.RequestId is { } request ? [$"requested as {request}"] : (string[])[],
        .. p.Withdrawn is { } why ? [$"withdrawn: {why}"] : (string[])[],
        .. p.RequestId is null && p.Withdrawn is null && now >= p.ExpiresAt ? [$"{p.ExpiresAt:yyyy-MM-ddTHH:mm:ssZ} expired"] : (string[])[],
    ];
}
