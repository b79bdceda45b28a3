package dev.jox.model.windows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jox.model.windows.Resource.Type;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class IconFileTest {
    private static final int BITMAP = 0x28;
    private static final int PNG = 0x474e_5089;

    @Test
    void everyImageIsAResourceAndTheGroupNamesThem() {
        List<Resource> resources = IconFile.resources(icon(BITMAP, PNG));
        assertThat(resources).extracting(Resource::type).containsExactly(Type.ICON, Type.ICON, Type.GROUP_ICON);
        assertThat(resources).extracting(Resource::id).containsExactly(1, 2, 1);
        assertThat(resources.get(1).content().order(ByteOrder.LITTLE_ENDIAN).getInt(0))
                .isEqualTo(PNG);
        ByteBuffer group = resources.get(2).content().order(ByteOrder.LITTLE_ENDIAN);
        assertThat(group.limit()).isEqualTo(6 + 2 * 14);
        assertThat(group.getShort(4)).isEqualTo((short) 2);
        for (int i = 0; i < 2; i++) {
            assertThat(group.get(6 + i * 14)).isEqualTo((byte) (16 * (i + 1)));
            assertThat(group.getInt(6 + i * 14 + 8)).isEqualTo(40);
            assertThat(group.getShort(6 + i * 14 + 12)).isEqualTo((short) (i + 1));
        }
    }

    @Test
    void refusesOtherFiles() {
        for (byte[] file : List.of(new byte[0], new byte[100], "a picture of something".getBytes())) {
            assertThatThrownBy(() -> IconFile.resources(file)).hasMessageContaining("is no icon");
        }
        assertThatThrownBy(() -> IconFile.resources(icon(BITMAP, 0x1234_5678))).hasMessageContaining("image 2");
    }

    @Test
    void refusesWhatIsCutOff() {
        byte[] whole = icon(BITMAP);
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> IconFile.resources(cut)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void offsetsBeyondTheFileAreNoneOfMemory() {
        byte[] file = icon(BITMAP);
        ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(6 + 12, 0xffff_fff0);
        assertThatThrownBy(() -> IconFile.resources(file)).hasMessageContaining("cut off");
    }

    /** A file with images of 16, 32 … pixels, each of 40 bytes that begin with the given four. */
    private static byte[] icon(int... starts) {
        int images = 6 + 16 * starts.length;
        ByteBuffer out = ByteBuffer.allocate(images + 40 * starts.length).order(ByteOrder.LITTLE_ENDIAN);
        out.putShort(2, (short) 1).putShort(4, (short) starts.length);
        for (int i = 0; i < starts.length; i++) {
            int entry = 6 + 16 * i;
            out.put(entry, (byte) (16 * (i + 1))).putInt(entry + 8, 40).putInt(entry + 12, images + 40 * i);
            out.putInt(images + 40 * i, starts[i]);
        }
        return out.array();
    }
}
