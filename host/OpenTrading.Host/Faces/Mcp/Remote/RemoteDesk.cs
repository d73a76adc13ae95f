using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using OpenTrading.Host.Faces.Rest;
using OpenTrading.Kernel.Capabilities;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Host.Faces.Mcp.Remote;

/// <summary>
/// The desk of a host elsewhere. What there is, and who may call it, that host says; every call goes to it with the caller's own token, so that it
/// checks, limits and journals as if the caller had come there itself. What AI clients see is narrowed here once more, by this program's own modes.
/// </summary>
/// <param name="host">That host.</param>
/// <param name="mode">What AI clients may see and do here.</param>
/// <param name="callers">Tokens of those who call.</param>
internal sealed class RemoteDesk(RemoteHost host, AccessMode mode, RemoteCallers callers) : ICapabilityDesk
{
    private const string There = "remote";

    private readonly Lock _learning = new();
    private string? _known;
    private bool _isOfAToken;

    /// <inheritdoc/>
    public CapabilityCatalog Catalog { get; } = new();

    /// <inheritdoc/>
    public AccessPolicy Access { get; } = new(mode, _ => false);

    /// <inheritdoc/>
    public async Task<CallOutcome> CallAsync(CallRequest request, CancellationToken cancellationToken)
    {
        CapabilityDescriptor? capability = Catalog.Find(request.Name);
        if (capability is not null && Access.Refusal(capability, request.Caller, request.Surface) is { } refusal)
        {
            return CallOutcome.Of(refusal);
        }

        try
        {
            RemoteAnswer answer = await host.SendAsync(Message(request), callers.CredentialOf(request.Caller), cancellationToken).ConfigureAwait(false);
            return answer.ToOutcome();
        }
        catch (CapabilityException lost) when (lost.Code == ErrorCode.OutcomeUnknown && capability?.Effect == Effect.Read)
        {
            return CallOutcome.Of(new CapabilityException(ErrorCode.Timeout, lost.Message, "Try again."));
        }
        catch (CapabilityException failure)
        {
            return CallOutcome.Of(failure);
        }
    }

    /// <summary>Asks the host over there whom a token belongs to, and what it offers.</summary>
    /// <param name="credential">The token; null for a caller without one.</param>
    /// <param name="tag">Tag of the list this token got before; null when it got none.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>The caller's name and the list's tag, both null where nothing changed since that tag; null altogether where the token is not honoured.</returns>
    /// <exception cref="CapabilityException">It does not answer.</exception>
    public async Task<(string? Actor, string? Tag)?> IntroduceAsync(string? credential, string? tag, CancellationToken cancellationToken)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/call?schemas=true");
        if (tag is not null)
        {
            request.Headers.IfNoneMatch.Add(new EntityTagHeaderValue(tag));
        }

        RemoteAnswer answer = await host.SendAsync(request, credential, cancellationToken).ConfigureAwait(false);
        switch (answer.Status)
        {
            case HttpStatusCode.NotModified:
                return (null, null);
            case HttpStatusCode.OK:
                CallList list = Read(answer);
                Learn(list, credential is not null);
                return (list.Caller, answer.Tag);
            case HttpStatusCode.Unauthorized or HttpStatusCode.TooManyRequests:
                return null;
            default:
                CallOutcome refusal = answer.ToOutcome();
                throw new CapabilityException(refusal.Error ?? ErrorCode.NotConnected, $"The host at {host.Url} refuses this server: {refusal.Summary}", "Call it by a name of its security.allowed_hosts.");
        }
    }

    private static HttpRequestMessage Message(CallRequest request)
    {
        string arguments = request.Arguments.ValueKind == JsonValueKind.Undefined ? "{}" : request.Arguments.GetRawText();
        var message = new HttpRequestMessage(HttpMethod.Post, $"/call/{Uri.EscapeDataString(request.Name)}") { Content = new StringContent(arguments, Encoding.UTF8, "application/json") };
        if (request.IdempotencyKey is { } key && !message.Headers.TryAddWithoutValidation("Idempotency-Key", key))
        {
            throw new CapabilityException(ErrorCode.ValidationError, $"idempotencyKey '{key}' is none", "Use 1 to 64 of A-Z a-z 0-9 . _ : -");
        }

        return message;
    }

    private static CallList Read(RemoteAnswer answer)
    {
        try
        {
            return CallList.Read(answer.Body);
        }
        catch (JsonException)
        {
            throw new CapabilityException(ErrorCode.NotConnected, "What answers there is no OpenTrading host of this version", "Name the address of its REST face, such as https://desk.example:8010.");
        }
    }

    // A caller with a token sees more than one without; the longer list stands, for what each may do is asked again at every call.
    private void Learn(CallList list, bool isOfAToken)
    {
        string known = JsonSerializer.Serialize(list.Capabilities, CapabilityJson.Options);
        lock (_learning)
        {
            if (known == _known || (_isOfAToken && !isOfAToken))
            {
                return;
            }

            try
            {
                Catalog.Replace(There, [.. list.Capabilities.Where(c => c.Effect != Effect.Operate).Select(c => c.ToDescriptor(There)).OfType<CapabilityDescriptor>()]);
                (_known, _isOfAToken) = (known, isOfAToken);
            }
            catch (ArgumentException)
            {
                throw new CapabilityException(ErrorCode.NotConnected, "What the host there offers cannot be read", "Use one version of this program on both machines.");
            }
        }
    }
}
