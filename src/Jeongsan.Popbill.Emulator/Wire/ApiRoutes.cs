using Jeongsan.Popbill.Emulator.Auth;
using Jeongsan.Popbill.Emulator.Bulk;
using Jeongsan.Popbill.Emulator.Certificates;
using Jeongsan.Popbill.Emulator.Lookups;
using Jeongsan.Popbill.Emulator.Mails;
using Jeongsan.Popbill.Emulator.Members;
using Jeongsan.Popbill.Emulator.Payments;
using Jeongsan.Popbill.Emulator.TaxInvoices;

namespace Jeongsan.Popbill.Emulator.Wire;

/// <summary>(method, path, override verb) → call. Both Popbill hosts share one table; their paths do not meet.</summary>
internal sealed class ApiRoutes(
    SessionTokens tokens, JoinCalls joins, MemberCalls members, CertificateCalls certificates, WriteCalls writes, ReadCalls reads, AccountHolders accounts)
{
    /// <summary>The calls that carry no session token; null when the path is not one of them.</summary>
    public Answer? WithoutToken(ApiCall call) => (call.Method, call.Segments) switch
    {
        ("POST", [_, "Token"]) => tokens.Make(call),
        ("GET", ["Join"]) => joins.IsMember(call),
        ("POST", ["Join"]) => joins.Join(call),
        ("GET", ["IDCheck"]) => joins.IsIdUsed(call),
        _ => null,
    };

    public static string ScopeOf(string[] segments) => segments switch
    {
        ["Taxinvoice", ..] => "110",
        ["CloseDown", ..] => "170",
        ["BizInfo", ..] => "171",
        ["EasyFin", "AccountCheck", ..] => "182",
        ["EasyFin", "DepositorCheck", ..] => "183",
        _ => "member",
    };

    public Answer WithToken(ApiCall call) => call.Segments is ["Taxinvoice", .. var rest] ? TaxInvoice(call, rest) : Member(call);

    private Answer Member(ApiCall call) => (call.Method, call.Segments) switch
    {
        ("GET", [_, "Point"]) => MemberCalls.Points(call),
        ("GET", [_, "PartnerPoint"]) => MemberCalls.PartnerPoints(call),
        ("GET", [_, "TotalPoint"]) => MemberCalls.TotalPoints(call),
        ("GET", [_, "URL"]) => members.ChargePage(call),
        ("GET", ["Member"]) => members.Page(call),
        ("GET", ["CorpInfo"]) => MemberCalls.Company(call),
        ("POST", ["CorpInfo"]) => MemberCalls.UpdateCompany(call),
        ("GET", ["IDs"]) => MemberCalls.Contacts(call),
        ("POST", ["IDs"]) => MemberCalls.UpdateContact(call),
        ("POST", ["IDs", "New"]) => MemberCalls.AddContact(call),
        ("POST", ["Contact"]) => MemberCalls.OneContact(call),
        ("POST", ["Contact", "Delete"]) => MemberCalls.DeleteContact(call),
        ("GET", ["RefundPoint"]) => MemberCalls.RefundablePoints(call),
        ("POST", ["QuitRequest"]) => MemberCalls.Quit(call),
        ("POST", ["Payment"]) => PaymentCalls.Order(call),
        ("GET", ["Payment", var code]) => PaymentCalls.OrderState(call, code),
        ("GET", ["PaymentHistory"]) => PaymentCalls.OrderHistory(call),
        ("GET", ["UseHistory"]) => PaymentCalls.UseHistory(call),
        ("POST", ["Refund"]) => PaymentCalls.RefundPoints(call),
        ("GET", ["Refund", var code]) => PaymentCalls.RefundState(call, code),
        // The .NET SDK joins its query with & when there is no page.
        ("GET", [var path]) when path.Split('&')[0] == "RefundHistory" => PaymentCalls.RefundHistory(call),
        ("GET", ["BizInfo", "Check"]) => BusinessInformation.Check(call),
        ("GET", ["CloseDown"]) => BusinessStates.One(call),
        ("POST", ["CloseDown"]) => BusinessStates.Many(call),
        ("GET", ["CloseDown" or "BizInfo", "ChargeInfo"]) or ("GET", ["EasyFin", "AccountCheck", "ChargeInfo"]) => members.ChargeInfo(),
        ("GET", ["CloseDown" or "BizInfo", "UnitCost"]) or ("GET", ["EasyFin", "AccountCheck", "UnitCost"]) => members.UnitCost(),
        ("POST", ["EasyFin", "AccountCheck"]) => accounts.Name(call),
        ("POST", ["EasyFin", "DepositorCheck"]) => accounts.Identity(call),
        _ => Errors.UnknownPath,
    };

    private Answer TaxInvoice(ApiCall call, string[] rest) => (call.Method, rest, call.Verb) switch
    {
        ("POST", [], null) => writes.Register(call),
        ("POST", [], "ISSUE") => writes.RegisterAndIssue(call),
        ("POST", [], "REQUEST") => writes.RegisterAndRequest(call),
        ("POST", [], "BULKISSUE") => BulkCalls.Submit(call),
        ("GET", ["BULK", var submitId, "State"], _) => BulkCalls.State(call, submitId),
        ("GET", [], _) when call.Q("cfg") == "CERT" => CertificateCalls.Expiry(call),
        ("GET", [], _) when call.Q("cfg") == "UNITCOST" => members.UnitCost(),
        ("GET", [], _) => reads.Box(call),
        ("GET", ["ChargeInfo"], _) => members.ChargeInfo(),
        ("GET", ["CertCheck"], _) => certificates.Check(call),
        ("GET", ["Certificate"], _) => CertificateCalls.Info(call),
        ("GET", ["EmailPublicKeys"], _) => Answer.Of(Array.Empty<object>()),
        ("GET", ["SendToNTSConfig"], _) => Answer.Of(new { sendToNTS = false }),
        ("GET", ["EmailSendConfig"], _) => EmailSettings.List(call),
        ("POST", ["EmailSendConfig"], _) => EmailSettings.Update(call),
        (_, [var first, ..], _) when SideOf(first) is { } side => OfSide(call, rest, side),
        ("GET", [var itemKey], _) when call.Has("Detail") => ReadCalls.ByItemKey(call, itemKey),
        ("POST", [var itemKey, var side], null) when SideOf(side) is { } named => WriteCalls.AssignKey(call, itemKey, named),
        (_, [_, _, ..], _) => InvoiceErrors.BadSide,
        _ => Errors.UnknownPath,
    };

    private Answer OfSide(ApiCall call, string[] rest, Side side) => (call.Method, rest) switch
    {
        ("GET", [_]) => SearchCalls.Search(call, side),
        ("POST", [_]) => call.Has("Print") ? reads.MassPrint(call, side) : ReadCalls.Many(call, side),
        ("GET", [_, var key]) => reads.One(call, side, key),
        ("POST", [_, var key]) => writes.Act(call, side, key),
        ("GET", [_, var key, "Logs"]) => ReadCalls.Logs(call, side, key),
        ("GET", [_, var key, "Files"]) => FileCalls.List(call, side, key),
        ("POST", [_, var key, "Files"]) => FileCalls.Attach(call, side, key),
        ("POST", [_, var key, "Files", var file]) when call.Verb == "DELETE" => FileCalls.Delete(call, side, key, file),
        ("POST", [_, var key, "AttachStmt"]) => FileCalls.AttachStatement(call, side, key),
        ("POST", [_, var key, "DetachStmt"]) => FileCalls.DetachStatement(call, side, key),
        _ => Errors.UnknownPath,
    };

    private static Side? SideOf(string text) => text switch { "SELL" => Side.Sell, "BUY" => Side.Buy, "TRUSTEE" => Side.Trustee, _ => null };
}
