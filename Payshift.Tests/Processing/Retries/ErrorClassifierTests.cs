using Payshift.Core.Processing.Retries;

namespace Payshift.Tests.Processing.Retries;

public sealed class ErrorClassifierTests
{
    private readonly ErrorClassifier _classifier = new();

    [Theory]
    [InlineData(400, true)]
    [InlineData(404, true)]
    [InlineData(422, true)]
    [InlineData(401, false)]
    [InlineData(403, false)]
    [InlineData(408, false)]
    [InlineData(409, false)]
    [InlineData(423, false)]
    [InlineData(425, false)]
    [InlineData(429, false)]
    [InlineData(500, false)]
    [InlineData(503, false)]
    public void An_http_answer_is_permanent_where_asking_again_cannot_help(int status, bool permanent) =>
        Assert.Equal(permanent, _classifier.IsPermanent(new HttpRequestException("refused", null, (HttpStatusCode)status)));

    [Fact]
    public void What_cannot_be_read_stays_so()
    {
        Assert.True(_classifier.IsPermanent(new JsonException()));
        Assert.True(_classifier.IsPermanent(new FormatException()));
        Assert.True(_classifier.IsPermanent(new NotSupportedException()));
    }

    [Fact]
    public void What_may_pass_is_tried_again()
    {
        Assert.False(_classifier.IsPermanent(new HttpRequestException("no answer")));
        Assert.False(_classifier.IsPermanent(new TimeoutException()));
        Assert.False(_classifier.IsPermanent(new IOException()));
        Assert.False(_classifier.IsPermanent(new InvalidOperationException()));
    }

    [Fact]
    public void Several_errors_are_permanent_when_all_of_them_are()
    {
        Assert.True(_classifier.IsPermanent(new AggregateException(new JsonException(), new FormatException())));
        Assert.False(_classifier.IsPermanent(new AggregateException(new JsonException(), new TimeoutException())));
    }
}
