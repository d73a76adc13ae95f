using OpenTrading.Sdk.Brokers;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Testing.Brokers;
using OpenTrading.Sdk.Testing.Markets;

namespace OpenTrading.Sdk.Testing.Tests.Brokers;

public sealed class BrokerContractTests
{
    [Fact]
    public Task Deals_OneRepeated_IsCaught() =>
        Caught.By(new Specimen(Fault.RepeatsDeal).Reports_SeveralDeals_ComeOnceAndInOrder, "A deal number came twice");

    [Fact]
    public Task Order_FilledBeforeAccepted_IsCaught() =>
        Caught.By(new Specimen(Fault.FillsFirst).Send_MarketOrder_IsAcceptedThenFilled, "The first report about a market order must be Accepted");

    [Fact]
    public Task Order_FilledWithoutItsId_IsCaught() =>
        Caught.By(new Specimen(Fault.LosesId).Send_MarketOrder_IsAcceptedThenFilled, "under its client order id");

    [Fact]
    public Task Refusal_ThatOpens_IsCaught() =>
        Caught.By(new Specimen(Fault.FillsRefused).Send_RefusedVolume_LeavesNothing, "must be answered by one Rejected");

    [Fact]
    public Task Snapshot_ThatLags_IsCaught() =>
        Caught.By(new Specimen(Fault.LateSnapshot).Snapshot_AfterTheFill_AgreesWithTheReport, "The snapshot must show the one position");

    [Fact]
    public Task Cancel_ThatIsSilent_IsCaught() =>
        Caught.By(new Specimen(Fault.SilentCancel).Send_CancelOfAPending_EndsIt, "must be told Cancelled once");

    [Fact]
    public Task Close_ThatOpens_IsCaught() =>
        Caught.By(new Specimen(Fault.CloseOpens).Send_CloseOfAnUnknownPosition_FillsNothing, "Rejected or Cancelled");

    [Fact]
    public Task Close_BooksOtherMoney_IsCaught() =>
        Caught.By(new Specimen(Fault.HidesCosts).Snapshot_AfterTheClose_IsFlatAndBooked, "the deals say");

    /// <summary>An honest broker passes.</summary>
    public sealed class Honest : BrokerContract
    {
        protected override Instrument Instrument => SampleMarket.EurUsd;

        protected override IBroker Connect() => new SampleBroker(Fault.None);

        protected override ValueTask Advance() => ValueTask.CompletedTask;
    }

    private sealed class Specimen(Fault fault) : BrokerContract
    {
        protected override Instrument Instrument => SampleMarket.EurUsd;

        protected override IBroker Connect() => new SampleBroker(fault);

        protected override ValueTask Advance() => ValueTask.CompletedTask;
    }
}
