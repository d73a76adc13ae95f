using System.CommandLine;
using OpenTrading.Host.Configuration;
using OpenTrading.Host.Home;
using OpenTrading.Host.Security;

namespace OpenTrading.Host.Faces.Cli;

/// <summary>What <c>opentrading mcp</c> is told of a host elsewhere.</summary>
internal sealed class McpElsewhere(Option<string?> toolsets, CliOptions common)
{
    private const string TokenVariable = "OPENTRADING_TOKEN";
    private const string None = "none";

    private readonly Option<string?> _url = new("--url") { Description = "REST address of a host elsewhere, such as https://desk.example:8010. Default: mcp.backend_url.", HelpName = "URL" };
    private readonly Option<string?> _listen = new("--listen") { Description = "Serve over HTTP at this address and port, instead of standard input and output.", HelpName = "ADDRESS:PORT" };
    private readonly Option<string?> _token = new("--token-file") { Description = $"File whose first line is the token for that host. Default: mcp.backend_token_file, then {TokenVariable}.", HelpName = "FILE" };
    private readonly Option<string?> _fingerprint = new("--fingerprint") { Description = "SHA-256 of that host's certificate, as 'opentrading tls new' printed it.", HelpName = "HEX" };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(_url);
        command.Add(_listen);
        command.Add(_token);
        command.Add(_fingerprint);
    }

    /// <summary>The server asked for; null when no host elsewhere is named.</summary>
    /// <exception cref="FormatException">What is given is no address, no fingerprint or no token.</exception>
    /// <exception cref="Configuration.Binding.ConfigurationException">The address to listen at is open to others without all that this needs.</exception>
    public McpStandalone? Target(ParseResult arguments, HostConfiguration configuration)
    {
        string? listen = arguments.GetValue(_listen);
        if ((arguments.GetValue(_url) ?? Given(configuration.Mcp.BackendUrl)) is not { } url)
        {
            return listen is null && arguments.GetValue(_token) is null && arguments.GetValue(_fingerprint) is null ? null
                : throw new FormatException("--listen, --token-file and --fingerprint go with --url: a host of this home listens at mcp.listen.");
        }

        if (listen is not null)
        {
            Exposure.Refuse(configuration, listen);
        }

        HomeFolder? home = listen is not null && configuration.Security.Tls ? common.Home(arguments) : null;
        return new McpStandalone(AddressOf(url), Fingerprint(arguments, configuration), Token(arguments, configuration), listen, arguments.GetValue(toolsets), configuration, home);
    }

    private static string? Given(string value) => value == None ? null : value;

    private static Uri AddressOf(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https" && address.PathAndQuery == "/" && address.UserInfo.Length == 0
            ? address
            : throw new FormatException($"'{url}' is no address of a host; write such as https://desk.example:8010.");

    private string? Fingerprint(ParseResult arguments, HostConfiguration configuration)
    {
        string? hex = (arguments.GetValue(_fingerprint) ?? Given(configuration.Mcp.BackendFingerprint))?.Replace(":", "", StringComparison.Ordinal).ToLowerInvariant();
        return hex is null || (hex.Length == 64 && hex.All(char.IsAsciiHexDigit)) ? hex
            : throw new FormatException("the fingerprint is no SHA-256 in hex; copy the 64 digits that 'opentrading tls new' printed.");
    }

    private string? Token(ParseResult arguments, HostConfiguration configuration)
    {
        string? file = arguments.GetValue(_token) ?? Given(configuration.Mcp.BackendTokenFile);
        string? token = file is null ? Environment.GetEnvironmentVariable(TokenVariable) : File.ReadLines(file).FirstOrDefault() ?? "";
        if (token is null)
        {
            return null;
        }

        // Whatever else stands there may be a secret; it is not repeated.
        return token.Trim() is { Length: > 0 } trimmed && trimmed.StartsWith(TokenStore.Prefix, StringComparison.Ordinal) ? trimmed
            : throw new FormatException($"{file ?? TokenVariable} holds no token; write one that 'opentrading token new' made at that host.");
    }
}
