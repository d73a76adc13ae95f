using OpenTrading.Integration.Tests.Rest;

namespace OpenTrading.Integration.Tests.Paper;

/// <summary>A host whose paper account AI clients may use: a bar of its made-up market closes ten times a second.</summary>
public sealed class PaperHost : RestHost
{
    private protected override void Prepare()
    {
        Workspace.Variables["OPENTRADING__MCP__DATA_ONLY"] = "false";
        Workspace.Variables["OPENTRADING__RUN__SPEED"] = "600";
        Workspace.Variables["OPENTRADING__ACCOUNTS__CASH"] = "100000";

        // No strategy is ever so sure: the account belongs to the tests.
        Workspace.Variables["OPENTRADING__RISK__MIN_SIGNAL_CONFIDENCE__VALUE"] = "1";

        // One test's losses and haste are no concern of the next.
        Workspace.Variables["OPENTRADING__RISK__COOLDOWN_AFTER_LOSS__MIN"] = "0";
        Workspace.Variables["OPENTRADING__RISK__CONSECUTIVE_LOSSES_MAX__N"] = "20";
        Workspace.Variables["OPENTRADING__RISK__DUPLICATE_WINDOW__S"] = "1";
        Workspace.Variables["OPENTRADING__RISK__ORDER_RATE_MAX__PER_MIN"] = "60";
        Workspace.Variables["OPENTRADING__RISK__PROPOSALS_PER_CLIENT__PER_HOUR"] = "500";
    }
}
