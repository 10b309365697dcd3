using Jeongsan.Application.Imports;

namespace Jeongsan.Server.Console.Imports;

/// <summary>How each kind of file is called, and what comes of it.</summary>
internal static class ImportLook
{
    internal static string Name(ImportKind kind) => kind switch
    {
        ImportKind.Orders => "주문",
        ImportKind.ManualTransfers => "수기 정산",
        ImportKind.Partners => "파트너",
        ImportKind.TaxInvoices => "세금계산서",
        _ => throw new System.Diagnostics.UnreachableException(kind.ToString()),
    };

    /// <summary>Number and counter: <c>주문 1,240건</c>.</summary>
    internal static string Counted(ImportKind kind, int count) =>
        $"{Name(kind)} {Application.Mails.KoreanWords.Digits(count)}{(kind == ImportKind.Partners ? "곳" : "건")}";

    /// <summary>What importing does, so that nothing of it comes as a surprise.</summary>
    internal static string Effect(ImportKind kind) => kind switch
    {
        ImportKind.Orders => "행마다 하나씩 등록할 때와 똑같이 계산해서 정산건으로 등록해요. 같은 주문 아이디의 행은 한 주문의 상품이 돼요.",
        ImportKind.ManualTransfers => "금액을 더하거나 빼는 수기 정산건으로 등록해요.",
        ImportKind.Partners => "파트너로 등록해요. 국세청 연동은 파트너 화면에서 따로 해요.",
        ImportKind.TaxInvoices => "작성 중인 세금계산서로 저장해요. 메일은 나가지 않고, 요청은 발행 현황에서 따로 해요.",
        _ => throw new System.Diagnostics.UnreachableException(kind.ToString()),
    };

    /// <summary>The list that holds what was imported.</summary>
    internal static string ListAddress(ImportKind kind) => kind switch
    {
        ImportKind.Orders or ImportKind.ManualTransfers => "/transfers",
        ImportKind.Partners => "/partners",
        ImportKind.TaxInvoices => "/tax-invoices?state=draft",
        _ => throw new System.Diagnostics.UnreachableException(kind.ToString()),
    };
}
