using System.Text;

namespace Jeongsan.Popbill.Tests;

public sealed class WebhookReadingTests
{
    [Theory]
    [InlineData("""{"itemKey":"1","eventType":"Issue","stateCode":"300","ntsConfirmNum":"N","unknown":[1]}""")]
    [InlineData("""{"itemKey":1,"eventtype":"Issue","stateCode":300,"ntsconfirmNum":"N"}""")]
    public void Read_EitherCasingAndType_IsTheSameEvent(string body)
    {
        var read = PopbillWebhook.Read(Encoding.UTF8.GetBytes(body))!;
        Assert.Equal(("1", "Issue", 300, "N"), (read.ItemKey, read.EventType, read.StateCode, read.ApprovalNumber));
    }

    [Theory]
    [InlineData("")]
    [InlineData("not json")]
    [InlineData("null")]
    public void Read_NoObject_IsNothing(string body) => Assert.Null(PopbillWebhook.Read(Encoding.UTF8.GetBytes(body)));
}
