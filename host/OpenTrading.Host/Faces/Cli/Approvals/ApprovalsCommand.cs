using System.CommandLine;
using System.Text.Json;

namespace OpenTrading.Host.Faces.Cli.Approvals;

/// <summary><c>opentrading approvals list|show|approve|reject</c></summary>
internal static class ApprovalsCommand
{
    private const int ShortHash = 8;
    private const int Most = 500;

    public static Command Build(CliOptions options)
    {
        var status = new Option<string>("--status") { Description = "pending, active, used, rejected, expired or revoked.", HelpName = "STATUS", DefaultValueFactory = _ => "pending" };
        var list = new Command("list", "Show requests that wait for approval.") { status };
        list.Do((arguments, cancellationToken) => ListAsync(options, arguments, arguments.GetRequiredValue(status), cancellationToken));
        var request = new Argument<string>("request") { Description = "The request, such as req_01..." };
        var show = new Command("show", "Show a request: order, market, rules, and what its client says.") { request };
        show.Do((arguments, cancellationToken) => ShowAsync(options, arguments, arguments.GetRequiredValue(request), cancellationToken));
        return new Command("approvals", "Requests of AI clients that wait for a human.") { list, show, Approve(options), Reject(options) };
    }

    private static Command Approve(CliOptions options)
    {
        var request = new Argument<string>("request") { Description = "The request, such as req_01..." };
        var hash = new Option<string?>("--hash") { Description = "Hash of the order that you have seen; asked at the terminal otherwise.", HelpName = "HASH" };
        var ttl = new Option<int?>("--ttl") { Description = "Seconds for which the approval is good, 10 to 600.", HelpName = "S" };
        var hold = new Option<bool>("--hold") { Description = "Do not send it yet; submit_live_order does." };
        var note = new Option<string?>("--note") { Description = "What you say to it.", HelpName = "TEXT" };
        return new Command("approve", "Show a request and approve exactly that order.") { request, hash, ttl, hold, note }.Do(async (arguments, cancellationToken) =>
        {
            await using RestClient host = OperatorCalls.Connect(options, arguments);
            Terminal terminal = options.Terminal(arguments);
            string id = arguments.GetRequiredValue(request);
            (JsonElement? found, int exit) = await FindAsync(host, id, "pending", cancellationToken).ConfigureAwait(false);
            if (found is not { } row)
            {
                return exit;
            }

            foreach (string line in RequestSheet.Lines(row))
            {
                terminal.Line(line);
            }

            string shown = row.GetProperty("orderHash").GetString()!;
            string seen = arguments.GetValue(hash) ?? Ask(shown);
            if (!seen.Equals(shown, StringComparison.OrdinalIgnoreCase))
            {
                Terminal.Error("error: not approved: that is not the hash of this order");
                return ExitCodes.Conflict;
            }

            var call = new Dictionary<string, object> { ["requestId"] = id, ["orderHash"] = shown, ["submit"] = !arguments.GetValue(hold) };
            if (arguments.GetValue(ttl) is { } seconds)
            {
                call["ttlS"] = seconds;
            }

            if (arguments.GetValue(note) is { } text)
            {
                call["note"] = text;
            }

            return await OperatorCalls.CallAsync(host, terminal, "create_approval", call, cancellationToken, IsOnItsWay).ConfigureAwait(false);
        });
    }

    // Approved is not yet sent: the rules look once more, and may refuse what a human allowed.
    private static bool IsOnItsWay(JsonElement answer) => answer.GetProperty("state").GetString() is not ("rejected" or "expired" or "cancelled" or "outcome_unknown");

    private static Command Reject(CliOptions options)
    {
        var request = new Argument<string>("request") { Description = "The request, such as req_01..." };
        var reason = new Option<string>("--reason") { Description = "bad_price, too_risky, no_thesis, news, duplicate or other.", HelpName = "REASON", Required = true };
        var note = new Option<string?>("--note") { Description = "In words.", HelpName = "TEXT" };
        return new Command("reject", "Deny a request.") { request, reason, note }.Do(async (arguments, cancellationToken) =>
        {
            await using RestClient host = OperatorCalls.Connect(options, arguments);
            return await OperatorCalls.CallAsync(
                host,
                options.Terminal(arguments),
                "reject_request",
                new { requestId = arguments.GetRequiredValue(request), reason = arguments.GetRequiredValue(reason), note = arguments.GetValue(note) },
                cancellationToken).ConfigureAwait(false);
        });
    }

    private static async Task<int> ListAsync(CliOptions options, ParseResult arguments, string status, CancellationToken cancellationToken)
    {
        await using RestClient host = OperatorCalls.Connect(options, arguments);
        Terminal terminal = options.Terminal(arguments);
        CallReply reply = await host.CallAsync("list_approvals", new { status, limit = Most }, cancellationToken).ConfigureAwait(false);
        if (reply.Error is not null)
        {
            return reply.PrintError();
        }

        if (terminal.IsJson)
        {
            Terminal.Document(reply.Body);
        }

        JsonElement[] rows = [.. reply.Body.GetProperty("approvals").EnumerateArray()];
        if (rows.Length > 0)
        {
            terminal.Table(["request", "order", "stop", "target", "proposer", "status", "until"], rows.Select(Row));
        }

        terminal.Line(reply.Body.GetProperty("summary").GetString()!);
        return ExitCodes.Ok;
    }

    private static string[] Row(JsonElement row)
    {
        JsonElement order = row.GetProperty("order");
        return
        [
            RequestSheet.Text(row, "requestId"),
            $"{RequestSheet.Text(order, "kind")} {RequestSheet.Text(order, "side")} {RequestSheet.Text(order, "lots")} {RequestSheet.Text(order, "symbol")} {RequestSheet.Text(order, "orderType")}",
            RequestSheet.Text(order, "stopLoss"),
            RequestSheet.Text(order, "takeProfit"),
            RequestSheet.Text(order, "proposer"),
            RequestSheet.Text(row, "status"),
            RequestSheet.Text(row, "expiresAt"),
        ];
    }

    private static async Task<int> ShowAsync(CliOptions options, ParseResult arguments, string id, CancellationToken cancellationToken)
    {
        await using RestClient host = OperatorCalls.Connect(options, arguments);
        Terminal terminal = options.Terminal(arguments);
        foreach (string status in (string[])["pending", "active", "used", "rejected", "expired", "revoked"])
        {
            (JsonElement? found, int exit) = await FindAsync(host, id, status, cancellationToken, isLast: status == "revoked").ConfigureAwait(false);
            if (found is { } row)
            {
                if (terminal.IsJson)
                {
                    Terminal.Document(row);
                }

                foreach (string line in RequestSheet.Lines(row))
                {
                    terminal.Line(line);
                }

                return ExitCodes.Ok;
            }

            if (exit != ExitCodes.Ok)
            {
                return exit;
            }
        }

        return ExitCodes.NotFound;
    }

    private static async Task<(JsonElement? Row, int Exit)> FindAsync(RestClient host, string id, string status, CancellationToken cancellationToken, bool isLast = true)
    {
        CallReply reply = await host.CallAsync("list_approvals", new { status, limit = Most }, cancellationToken).ConfigureAwait(false);
        if (reply.Error is not null)
        {
            return (null, reply.PrintError());
        }

        foreach (JsonElement row in reply.Body.GetProperty("approvals").EnumerateArray().Where(r => r.GetProperty("requestId").GetString() == id))
        {
            return (row, ExitCodes.Ok);
        }

        if (isLast)
        {
            Terminal.Error($"error: there is no request {PlainText.Of(id)}{(status == "pending" ? " that waits; see 'opentrading approvals list'" : "")}");
        }

        return (null, isLast ? ExitCodes.NotFound : ExitCodes.Ok);
    }

    // What was read is what is approved: a few characters of its hash, typed, are harder to give by accident than a yes.
    private static string Ask(string shown)
    {
        if (Console.IsInputRedirected)
        {
            throw new FormatException("there is no terminal to ask at; give --hash HASH as 'opentrading approvals show' prints it.");
        }

        Console.Error.Write($"type the first {ShortHash} characters of the hash to approve, anything else to leave it: ");
        string typed = Console.ReadLine()?.Trim() ?? "";
        return typed.Length == ShortHash && shown.StartsWith(typed, StringComparison.OrdinalIgnoreCase) ? shown : "";
    }
}
