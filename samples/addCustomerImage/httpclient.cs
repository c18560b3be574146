using System.Net.Http.Headers;
using System.Text;

using var http = new HttpClient { BaseAddress = new Uri("http://127.0.0.1:4010") };
var credentials = Convert.ToBase64String(Encoding.UTF8.GetBytes("demo-user:demo-password"));
http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", credentials);

using var form = new MultipartFormDataContent();
foreach (var path in new[] { "spec/fixtures/front.png" })
{
    var image = new ByteArrayContent(await File.ReadAllBytesAsync(path));
    image.Headers.ContentType = new MediaTypeHeaderValue("image/png");
    form.Add(image, "file", Path.GetFileName(path));
}

var response = await http.PostAsync("/v2/customers/565039505/setImage", form);
response.EnsureSuccessStatusCode();
Console.WriteLine(await response.Content.ReadAsStringAsync());
