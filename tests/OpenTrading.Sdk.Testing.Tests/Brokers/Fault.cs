namespace OpenTrading.Sdk.Testing.Tests.Brokers;

/// <summary>What is wrong with a <see cref="SampleBroker"/>.</summary>
internal enum Fault
{
    None,
    RepeatsDeal,
    FillsFirst,
    LosesId,
    FillsRefused,
    LateSnapshot,
    SilentCancel,
    CloseOpens,
    HidesCosts,
}
