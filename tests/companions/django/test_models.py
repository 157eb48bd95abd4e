"""The database and Django's own cases, which run `async def` tests themselves."""

import pytest
from django.contrib.auth.models import User
from django.test import SimpleTestCase, TestCase, TransactionTestCase
from library import Store, double, save


@pytest.mark.django_db(transaction=True)
async def test_counts():
    await User.objects.acreate(username="a")
    assert await User.objects.acount() == 1


@pytest.mark.django_db(transaction=True)
async def test_forgets_to_count():
    User.objects.acount()


@pytest.mark.django_db(transaction=True)
async def test_reads():
    await User.objects.abulk_create([User(username="a"), User(username="b")])
    assert [user.username async for user in User.objects.order_by("username")] == ["a", "b"]


@pytest.mark.django_db
def test_sync_count():
    assert User.objects.count() == 0


class Simple(SimpleTestCase):
    async def test_page(self):
        response = await self.async_client.get("/page/4/")
        self.assertEqual(response.json(), {"number": 8})

    async def test_forgets(self):
        save("in a case")

    async def test_forgets_in_a_page(self):
        await self.async_client.get("/forgets/")

    def test_plain(self):
        self.assertEqual(self.client.get("/plain/").content, b"plain")


class InTransaction(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.user = User.objects.create(username="of the class")

    async def test_reads(self):
        user = await User.objects.aget(username="of the class")
        self.assertEqual(user.pk, self.user.pk)

    async def test_forgets_to_save(self):
        self.user.username = "other"
        self.user.asave()

    async def test_innocent(self):
        self.assertEqual(await double(1), 2)


class WithoutTransaction(TransactionTestCase):
    async def test_forgets_deeper(self):
        await Store().forget("a")

    async def test_creates(self):
        await User.objects.acreate(username="b")
        self.assertTrue(await User.objects.filter(username="b").aexists())
